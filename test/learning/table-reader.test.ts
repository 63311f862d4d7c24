import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { scanTokens } from "../../src/language/tokenize.js";
import { createTokens, type Tokens } from "../../src/language/tokens.js";
import { buildCorpus } from "../../src/learning/feature-corpus.js";
import { PIECES_MOST, readFeatures, readPieces } from "../../src/learning/features.js";
import type { LinearModel } from "../../src/learning/linear-model.js";
import { scoreCorpusText } from "../../src/learning/score-corpus.js";
import { createTableReader, type TableReader } from "../../src/learning/table-reader.js";
import { trainModel } from "../../src/learning/train-model.js";
import { makeTickets } from "./tickets.js";

let model: LinearModel;
let reader: TableReader;
beforeAll(async () => {
  model = await trainModel(makeTickets(200), { features: { bits: 14 } });
  reader = createTableReader(model.table, model.features);
});

const words = fc.constantFrom(
  ..."Parcel never arrived, not the invoice! refund KARGO gelmedi 12 4.50 :) 😀 user@example.com ... qqqq can't".split(
    " ",
  ),
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 20 }).map((list) => list.join(" ")),
  fc.string({ unit: "binary" }),
);

function scan(text: string): Tokens {
  const tokens = createTokens();
  scanTokens(text, tokens);
  return tokens;
}

/** Scores of the tokens `[from, to)`, from a map of rows, nothing remembered: the slow reference. */
function scoreSlowly({ table, features }: LinearModel, tokens: Tokens, from: number, to: number): number[] {
  const places = new Map(Array.from(table.rows, (row, place) => [row, place]));
  const found: { row: number; share: number }[] = [];
  let units = 0;
  readFeatures(tokens, from, to, features, {
    addGram: (row) => {
      units++;
      found.push({ row, share: 1 });
    },
    addWord: (_, i, row) => {
      const pieces = new Uint32Array(PIECES_MOST);
      const count = readPieces(tokens, i, features, pieces);
      units += count > 0 ? 2 : 1;
      found.push({ row, share: 1 });
      for (const piece of pieces.subarray(0, count)) found.push({ row: piece, share: 1 / Math.sqrt(count) });
    },
  });
  return table.bias.map((bias, c) =>
    found.reduce((score, { row, share }) => {
      const place = places.get(row);
      const weight = place === undefined ? 0 : (table.weights[place * table.columns + c] ?? 0);
      return score + (share * weight * (table.scales[c] ?? 0)) / Math.sqrt(units);
    }, bias),
  );
}

function read(from: TableReader, tokens: Tokens, start: number, end: number): number[] {
  const scores = new Float64Array(model.table.columns);
  from.read(tokens, start, end, scores);
  return [...scores];
}

function expectClose(given: readonly number[], wanted: readonly number[]): void {
  given.forEach((score, c) => {
    expect(score).toBeCloseTo(wanted[c] ?? Number.NaN, 9);
  });
}

describe("reading scores from a table", () => {
  it("gives what the slow reference gives, for any tokens of any text", () => {
    fc.assert(
      fc.property(texts, fc.nat(25), fc.nat(25), (text, a, b) => {
        const tokens = scan(text);
        const [from, to] = [Math.min(a, b, tokens.count), Math.min(Math.max(a, b), tokens.count)];
        expectClose(read(reader, tokens, from, to), scoreSlowly(model, tokens, from, to));
      }),
    );
  });

  it("gives what the trainer computes with the same rounded weights", () => {
    const { table, features } = model;
    const places = new Int32Array(2 ** features.bits).fill(-1);
    table.rows.forEach((row, place) => {
      places[row] = place;
    });
    const values = Float32Array.from(table.weights, (weight, at) => weight * (table.scales[at % table.columns] ?? 0));
    const weights = { columns: table.columns, places, values, bias: Float64Array.from(table.bias) };
    fc.assert(
      fc.property(texts, (text) => {
        const builder = buildCorpus(features);
        builder.addText(text);
        const wanted = scoreCorpusText(builder.toCorpus(), weights, 0);
        const tokens = scan(text);
        read(reader, tokens, 0, tokens.count).forEach((score, c) => {
          // The trainer's weights have 24 bits.
          expect(score).toBeCloseTo(wanted[c] ?? Number.NaN, 5);
        });
      }),
    );
  });

  it("gives the same bits whatever was read before", () => {
    fc.assert(
      fc.property(texts, texts, (before, text) => {
        const fresh = createTableReader(model.table, model.features);
        const used = createTableReader(model.table, model.features);
        const other = scan(before);
        read(used, other, 0, other.count);
        const tokens = scan(text);
        expect(read(used, tokens, 0, tokens.count)).toEqual(read(fresh, tokens, 0, tokens.count));
      }),
      { numRuns: 30 },
    );
  });

  it("gives the bias, and no known feature, where there are no tokens", () => {
    const scores = new Float64Array(model.table.columns);
    expect(reader.read(scan("parcel"), 0, 0, scores)).toBe(0);
    expect([...scores]).toEqual(model.table.bias);
  });

  it("counts features that have a weight, words met before among them", () => {
    const scores = new Float64Array(model.table.columns);
    const [one, two] = ["parcel", "parcel"].map((text) => reader.read(scan(text), 0, 1, scores));
    expect(one).toBeGreaterThan(0);
    expect(two).toBe(one);
  });

  it("gives for a part of a text looked up once what it gives for those tokens alone", () => {
    fc.assert(
      fc.property(texts, fc.nat(25), fc.nat(25), (text, a, b) => {
        const tokens = scan(text);
        const [from, to] = [Math.min(a, b, tokens.count), Math.min(Math.max(a, b), tokens.count)];
        const scores = new Float64Array(model.table.columns);
        reader.lookUp(tokens);
        reader.readPart(from, to, scores);
        expect([...scores]).toEqual(read(reader, tokens, from, to));
      }),
    );
  });

  it("gives the first columns alone where there is room for no more", () => {
    const tokens = scan("The parcel never arrived, where is my refund?");
    const scores = new Float64Array(1);
    reader.lookUp(tokens);
    reader.readPart(0, tokens.count, scores);
    expect(scores[0]).toBe(read(reader, tokens, 0, tokens.count)[0]);
  });

  it("gives what the slow reference gives for a text longer than is looked up at once, and for its parts", () => {
    const tokens = scan("not the parcel, never refund my invoice 12 times! ".repeat(900));
    const scores = new Float64Array(model.table.columns);
    reader.lookUp(tokens);
    for (const [from, to] of [
      [0, tokens.count],
      [4090, 4101],
      [17, 8300],
    ] as const) {
      reader.readPart(from, to, scores);
      expectClose([...scores], scoreSlowly(model, tokens, from, to));
    }
  });

  it("gives the same bits after more distinct words than are remembered", () => {
    const text = "My parcel never arrived, refund the invoice";
    const fresh = createTableReader(model.table, model.features);
    const used = createTableReader(model.table, model.features);
    for (let batch = 0; batch < 40; batch++) {
      const words = Array.from({ length: 1000 }, (_, i) => `w${batch}x${i}q parcel`).join(" ");
      const other = scan(words);
      expect(read(used, other, 0, other.count)).toEqual(
        read(createTableReader(model.table, model.features), other, 0, other.count),
      );
    }
    const tokens = scan(text);
    expect(read(used, tokens, 0, tokens.count)).toEqual(read(fresh, tokens, 0, tokens.count));
  });
});
