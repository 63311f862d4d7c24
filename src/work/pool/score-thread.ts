import { parentPort, workerData } from "node:worker_threads";
import { createLocalEngine } from "./local-engine.js";
import type { EngineSettings, PieceContent, RangeTask, ScoredPiece } from "./range-engine.js";
import { type EngineMethod, type FromThread, packError, type ToThread } from "./thread-messages.js";

// What a thread of the pool runs: an engine that is asked by messages.
const port = parentPort;
if (port !== null) {
  // The pool starts this file with the settings as its data.
  const engine = createLocalEngine(workerData as EngineSettings);
  const waiting = new Map<number, () => void>();
  const send = (message: FromThread, moved: readonly ArrayBufferLike[] = []): void => {
    // Buffers of an engine are never shared ones.
    port.postMessage(message, moved as readonly ArrayBuffer[]);
  };

  const tellPiece = (call: number) => (piece: ScoredPiece) =>
    new Promise<void>((goOn) => {
      waiting.set(piece.id, goOn);
      send({ call, piece }, [piece.idHashes.buffer]);
    });

  const perform = async (call: number, method: EngineMethod, args: readonly unknown[]): Promise<void> => {
    try {
      if (method === "score") {
        // The pool sends what the method takes.
        await engine.score(args[0] as RangeTask, tellPiece(call));
        send({ call, result: null });
      } else if (method === "take") {
        const content: PieceContent = await engine.take(Number(args[0]));
        send({ call, result: content }, [content.out.buffer, content.rejects.buffer]);
      } else {
        // The other methods take and give plain values alone.
        const ask = engine[method] as (...values: readonly unknown[]) => Promise<unknown>;
        send({ call, result: await ask(...args) });
      }
    } catch (error) {
      send({ call, error: packError(error) });
    }
  };

  port.on("message", (message: ToThread) => {
    if ("goOn" in message) {
      waiting.get(message.goOn)?.();
      waiting.delete(message.goOn);
    } else void perform(message.call, message.method, message.args);
  });
}
