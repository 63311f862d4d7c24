import type { Readable } from "node:stream";
import { VerbatimsError } from "../core/error.js";
import type { LinearModel } from "../learning/linear-model.js";
import { decodeModel } from "../learning/model-codec.js";
import { nameInput } from "./name-input.js";
import { openInput } from "./open-input.js";

/** Largest model that is read: the most rows that there can be, of 60 labels. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a model that `verbatims train` or `trainFile` wrote, gzipped or not.
 *
 * @throws VerbatimsError `unreadable-input`; `damaged-model` or `newer-model` with the file's name in front; the reason of `signal`
 * @example
 * const scorer = createScorer(await readModelFile("tickets.vbtm"));
 * scorer.score("my parcel never came").labels; // ["delivery"]
 */
export async function readModelFile(source: string | Readable, signal?: AbortSignal): Promise<LinearModel> {
  const { chunks, name, close } = await openInput(source, signal);
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > MOST_BYTES) {
        const what = `expected a model of at most ${MOST_BYTES} bytes, got more. Check the file`;
        throw new VerbatimsError("damaged-model", `model: ${what}.`);
      }
      parts.push(chunk);
    }
    return decodeModel(Buffer.concat(parts));
  } catch (error) {
    throw nameInput(error, name);
  } finally {
    close();
  }
}
