import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VerbatimInput } from "../../src/intake/verbatim.js";
import type { Analysis } from "../../src/meaning/analysis.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { addToSummary, emptySummary } from "../../src/pattern/index.js";
import { analyzeStream, analyzeTransform, type StreamReject } from "../../src/stream/analyze-stream.js";
import { summarizeStream } from "../../src/stream/summarize-stream.js";

const analyzer = createAnalyzer({ language: "en" });
const texts = ["Great kettle", "The lid broke", "Where is my parcel?", "Fine."];

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

function streamOf<T>(items: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(controller) {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });
}

/** A source that tells how far it was pulled and whether it was closed. */
function watched(count: number): { source: AsyncGenerator<string>; seen: { pulled: number; closed: boolean } } {
  const seen = { pulled: 0, closed: false };
  async function* pull(): AsyncGenerator<string> {
    try {
      for (let i = 0; i < count; i++) {
        seen.pulled++;
        yield `parcel ${i} was late`;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { source: pull(), seen };
}

describe("analyzeStream", () => {
  it("gives what a plain loop gives, in the order of the source, from every kind of source", async () => {
    const expected = texts.map((text) => JSON.stringify(analyzer.analyze(text)));
    async function* slowly(): AsyncGenerator<string> {
      for (const text of texts) yield await Promise.resolve(text);
    }
    for (const source of [texts, new Set(texts), slowly(), streamOf(texts)]) {
      const analyses = await collect(analyzeStream(source, { analyzer }));
      expect(analyses.map((analysis) => JSON.stringify(analysis))).toEqual(expected);
    }
  });

  it("pulls nothing before it is asked", async () => {
    const { source, seen } = watched(100);
    const analyses = analyzeStream(source, { analyzer });
    expect(seen.pulled).toBe(0);
    await analyses.next();
    expect(seen.pulled).toBe(1);
    await analyses.return();
  });

  it("closes its source when the loop is left", async () => {
    const { source, seen } = watched(100);
    for await (const _ of analyzeStream(source, { analyzer })) break;
    expect(seen).toEqual({ pulled: 1, closed: true });
  });

  it("cancels a Web Stream when the loop is left", async () => {
    let cancelled = false;
    const stream = new ReadableStream<string>({
      pull: (controller) => controller.enqueue("Great"),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _ of analyzeStream(stream, { analyzer })) break;
    expect(cancelled).toBe(true);
  });

  it("hands items that are no verbatims to onReject and goes on: rows in = rows out + rows rejected", async () => {
    const input = fc.oneof(
      fc.constantFrom<unknown>("Great", { text: "Late again", rating: 2 }, { text: 5 }, { rating: 3 }, null, {
        text: "ok",
        colour: "red",
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 12 }), async (inputs) => {
        const rejects: StreamReject[] = [];
        // A stream of rows from outside may hold anything.
        const analyses = await collect(
          analyzeStream(inputs as VerbatimInput[], { analyzer, onReject: (reject) => rejects.push(reject) }),
        );
        expect(analyses.length + rejects.length).toBe(inputs.length);
        for (const reject of rejects) expect(reject.input).toBe(inputs[reject.index]);
      }),
      { numRuns: 50 },
    );
  });

  it("ends with an error at the first such item where onReject is not given", async () => {
    const bad = [{ text: "Great" }, { text: "Bad", rating: 9 }];
    await expect(collect(analyzeStream(bad, { analyzer }))).rejects.toMatchObject({ code: "invalid-verbatim" });
  });

  it("rejects with the reason of its signal, also while the source is silent", async () => {
    const stop = new AbortController();
    const silent = new ReadableStream<string>({ pull: () => new Promise(() => undefined) });
    const waiting = collect(analyzeStream(silent, { analyzer, signal: stop.signal }));
    stop.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });

  it("passes on the errors of its source", async () => {
    async function* broken(): AsyncGenerator<string> {
      yield "Great";
      throw new Error("disk gone");
    }
    await expect(collect(analyzeStream(broken(), { analyzer }))).rejects.toThrow("disk gone");
  });
});

describe("analyzeTransform", () => {
  it("analyses what is piped through it", async () => {
    const analyses = await collect<Analysis>(streamOf(texts).pipeThrough(analyzeTransform({ analyzer })));
    expect(analyses).toEqual(texts.map((text) => analyzer.analyze(text)));
  });
});

describe("summarizeStream", () => {
  it("adds up as addToSummary does", async () => {
    const analyses = texts.map((text) => analyzer.analyze(text));
    expect(await summarizeStream(analyzeStream(texts, { analyzer }))).toEqual(addToSummary(emptySummary(), analyses));
  });
});
