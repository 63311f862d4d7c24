import { VerbatimsError } from "../core/error.js";
import { type Source, toAsyncIterable } from "../core/iterables.js";
import { checkVerbatim, type VerbatimInput } from "../intake/verbatim.js";
import type { Analysis } from "../meaning/analysis.js";
import { type Analyzer, createAnalyzer } from "../meaning/analyzer.js";

/** An item of a stream that is no verbatim. */
export interface StreamReject {
  /** 0-based place in the source. */
  readonly index: number;
  readonly field: string;
  readonly reason: string;
  readonly input: unknown;
}

/** How a stream is read, and what becomes of inputs that cannot be. */
export interface StreamOptions {
  /** Reads the verbatims; the default one where left out. */
  readonly analyzer?: Analyzer;
  /** Stops the stream: the next pull rejects with the signal's reason, and the source is closed. */
  readonly signal?: AbortSignal;
  /** Takes the items that are no verbatims, and the rest goes on. Without it the first such item ends the stream with an error. */
  readonly onReject?: (reject: StreamReject) => void;
}

/**
 * Analyses a source of verbatims, in its order. Nothing is pulled before it is asked for; leaving the loop early closes the
 * source. Items out plus items rejected are items in.
 *
 * @throws VerbatimsError `invalid-verbatim` for an item that is no verbatim, where `onReject` is not given; whatever the source
 * throws; the reason of `signal`
 * @example
 * for await (const { id, sentiment } of analyzeStream(["Great kettle", "The lid broke"])) console.log(id, sentiment?.label);
 */
export async function* analyzeStream(
  source: Source<VerbatimInput>,
  options: StreamOptions = {},
): AsyncGenerator<Analysis, void, undefined> {
  const read = createItemReader(options);
  const { signal } = options;
  if (Symbol.iterator in source && !("getReader" in source)) {
    // What is in memory needs no waiting between its items.
    for (const input of source) {
      signal?.throwIfAborted();
      const analysis = read(input);
      if (analysis !== null) yield analysis;
    }
    return;
  }
  const items = toAsyncIterable(source);
  try {
    for (;;) {
      const next = await untilAborted(items.next(), signal);
      if (next.done) return;
      const analysis = read(next.value);
      if (analysis !== null) yield analysis;
    }
  } finally {
    // A source that is waiting cannot be closed before it wakes; do not wait for it after an abort.
    const closed = items.return();
    if (signal?.aborted === true) closed.catch(() => undefined);
    else await closed;
  }
}

/**
 * As {@link analyzeStream}, as a Web Streams transform: verbatims in, analyses out, with back-pressure.
 *
 * @example
 * const analyses = ReadableStream.from(["Great kettle"]).pipeThrough(analyzeTransform());
 */
export function analyzeTransform(options: StreamOptions = {}): TransformStream<VerbatimInput, Analysis> {
  const read = createItemReader(options);
  return new TransformStream({
    start(controller) {
      const { signal } = options;
      signal?.addEventListener("abort", () => controller.error(signal.reason), { once: true });
    },
    transform(input, controller) {
      const analysis = read(input);
      if (analysis !== null) controller.enqueue(analysis);
    },
  });
}

/** Makes the function that reads one item, or hands it to `onReject` and gives `null`. */
function createItemReader({
  analyzer = createAnalyzer(),
  onReject,
}: StreamOptions): (input: VerbatimInput) => Analysis | null {
  let index = 0;
  return (input) => {
    const place = index++;
    if (typeof input === "string" || onReject === undefined) return analyzer.analyze(input);
    try {
      return analyzer.analyze(input);
    } catch (error) {
      const checked = checkVerbatim(input);
      if (checked.ok || !(error instanceof VerbatimsError)) throw error;
      onReject({ index: place, ...checked.issue, input });
      return null;
    }
  };
}

/** Waits for a promise, or rejects with the signal's reason when that comes first. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}
