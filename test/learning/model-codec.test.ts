import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { crc32 } from "../../src/core/crc.js";
import { VerbatimsError } from "../../src/core/error.js";
import { createScorer } from "../../src/learning/create-scorer.js";
import type { LinearModel } from "../../src/learning/linear-model.js";
import { decodeModel, encodeModel } from "../../src/learning/model-codec.js";
import { trainModel } from "../../src/learning/train-model.js";
import { makeReviews, makeTickets, STAR_LABELS } from "./tickets.js";

const SMALL = { wordGrams: 2, charGrams: [3, 4], negation: true, bits: 14 } as const;

let model: LinearModel;
let bytes: Uint8Array;
beforeAll(async () => {
  model = await trainModel(makeTickets(60), { features: SMALL, epochsMost: 2, rowsMost: 400 });
  bytes = encodeModel(model);
});

/** What refuses these bytes. */
function refusal(broken: Uint8Array): VerbatimsError {
  try {
    decodeModel(broken);
  } catch (error) {
    if (error instanceof VerbatimsError) return error;
    throw error;
  }
  throw new Error("expected a refusal");
}

/** The bytes with a right checksum, whatever was done to them. */
function withChecksum(changed: Uint8Array): Uint8Array {
  const copy = changed.slice();
  const view = new DataView(copy.buffer);
  view.setUint32(8, copy.length, true);
  view.setUint32(copy.length - 4, crc32(copy, 0, copy.length - 4), true);
  return copy;
}

/** The bytes with a header in which one piece of its JSON is another. */
function withHeader(from: string | RegExp, to: string): Uint8Array {
  const view = new DataView(bytes.buffer);
  const end = 16 + view.getUint32(12, true);
  const text = new TextDecoder().decode(bytes.subarray(16, end));
  const written = text.replace(from, to);
  expect(written).not.toBe(text);
  const header = new TextEncoder().encode(written);
  const changed = new Uint8Array(16 + header.length + bytes.length - end);
  changed.set(bytes.subarray(0, 16));
  changed.set(header, 16);
  changed.set(bytes.subarray(end), 16 + header.length);
  new DataView(changed.buffer).setUint32(12, header.length, true);
  return withChecksum(changed);
}

describe("encodeModel and decodeModel", () => {
  it("give back the model, bit for bit", () => {
    expect(decodeModel(bytes)).toEqual(model);
  });

  it("give back the bytes", () => {
    expect(encodeModel(decodeModel(bytes))).toEqual(bytes);
  });

  it("give the same bytes whatever the order of the keys", () => {
    const { kind, table, ...rest } = model;
    expect(encodeModel({ ...rest, table, kind })).toEqual(bytes);
  });

  it("keep every verdict of the scorer", () => {
    const [before, after] = [createScorer(model), createScorer(decodeModel(bytes))];
    for (const { text } of makeTickets(20, 3)) expect(after.score(text)).toEqual(before.score(text));
  });

  it("keep the order of ordinal labels and labels of any Unicode", async () => {
    const stars = await trainModel(makeReviews(30), { kind: "ordinal", labels: STAR_LABELS, features: SMALL });
    expect(decodeModel(encodeModel(stars))).toEqual(stars);
    const odd = { ...model, labels: ["iade", "__proto__", "\ud800", "💶"] };
    expect(decodeModel(encodeModel(odd))).toEqual(odd);
  });

  it("keep a model without rows", () => {
    const { table } = model;
    const empty = { ...model, table: { ...table, rows: new Uint32Array(0), weights: new Int8Array(0) } };
    expect(decodeModel(encodeModel(empty))).toEqual(empty);
  });

  it("read a view into a larger buffer", () => {
    const large = new Uint8Array(bytes.length + 20);
    large.set(bytes, 10);
    expect(decodeModel(large.subarray(10, 10 + bytes.length))).toEqual(model);
  });

  it("take about a byte a row and one a weight", () => {
    const { rows, weights } = model.table;
    expect(bytes.length).toBeLessThan(rows.length * 1.5 + weights.length + 1000);
  });
});

describe("bytes that are no model", () => {
  it("are told from models", () => {
    const error = refusal(new TextEncoder().encode('{"text":"The lid broke","label":"quality"}'));
    expect(error.code).toBe("damaged-model");
    expect(error.message).toContain("expected a model, got other bytes");
    expect(refusal(new Uint8Array(0)).message).toContain("got no bytes");
  });

  it("are said to be cut off at any length", () => {
    for (const length of [1, 3, 4, 5, 11, 15, 16, 40, bytes.length - 1]) {
      const error = refusal(bytes.subarray(0, length));
      expect([length, error.code, error.message]).toEqual([length, "damaged-model", expect.stringContaining("first")]);
    }
  });

  it("are said to be too many", () => {
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(refusal(longer).message).toContain(`expected ${bytes.length} bytes, got ${bytes.length + 1}`);
  });

  it("are found by the checksum, whichever byte behind the frame changed", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 17), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[16 + at] = (changed[16 + at] ?? 0) ^ change;
        const error = refusal(changed);
        return error.code === "damaged-model" && error.message.includes("checksum");
      }),
    );
  });

  it("of a later format say to update", () => {
    const newer = bytes.slice();
    newer[4] = 2;
    const error = refusal(newer);
    expect([error.code, error.message]).toEqual(["newer-model", expect.stringContaining("Update verbatims")]);
  });

  it("of no type of their own are refused too", () => {
    // A caller without types.
    expect(() => decodeModel("VBTM" as unknown as Uint8Array)).toThrow("expected a Uint8Array, got string");
  });
});

describe("a header that is wrong though the checksum is right", () => {
  it.each([
    ["a kind that is none", '"kind":"single"', '"kind":"double"', "kind"],
    ["a label twice", '"billing"', '"account"', "labels to be strings that differ"],
    ["a label without a name", '"billing"', '""', "labels"],
    ["another number of columns", '"columns":4', '"columns":3', "columns to be 4 for 4 labels, got 3"],
    ["a scale beyond all numbers", /"scales":\[[^,]+/, '"scales":[1e999', "scales to be numbers, finite"],
    ["a scale below 0", /"scales":\[[^,]+/, '"scales":[-1', "scales"],
    ["a bias that is no number", /"bias":\[[^,]+/, '"bias":[null', "bias to be numbers, finite, got null"],
    ["too few biases", /"bias":\[[^,]+,/, '"bias":[', "bias to be a list of 4 numbers"],
    ["a temperature of 0", /"temperature":[^,]+/, '"temperature":0', "temperature"],
    ["a temperature without end", /"temperature":[^,]+/, '"temperature":1e999', "temperature"],
    ["a threshold above 1", /"thresholds":\[[^,]+/, '"thresholds":[1.5', "thresholds to be numbers, 0 to 1, got 1.5"],
    ["a fingerprint of other signs", /"fingerprint":"./, '"fingerprint":"x', "fingerprint"],
    ["too many bits", '"bits":14', '"bits":40', "features.bits"],
    ["pieces longer than there are", '"charGrams":[3,4]', '"charGrams":[3,900]', "features.charGrams"],
    ["no rows told", /,"rows":\d+/, "", "rows"],
    ["more rows than bytes", /"rows":\d+/, '"rows":4000000000', "at most"],
    ["fewer rows than bytes", /"rows":\d+/, '"rows":7', "weights of 7 rows"],
    ["rows beyond the bits", '"bits":14', '"bits":10', "rows below 1024"],
    ["other white space", '"kind":', '"kind": ', "as encodeModel writes it"],
    ["a key that nobody knows", /^\{/, '{"more":1,', "as encodeModel writes it"],
    ["no JSON", /^\{/, "[", "to be JSON"],
    ["a list", /^.*$/, "[]", "kind"],
    ["nothing", /^.*$/, "null", "expected an object, got null"],
  ])("is refused: %s", (_, from, to, told) => {
    const error = refusal(withHeader(from, to));
    expect([error.code, error.message]).toEqual(["damaged-model", expect.stringContaining(told)]);
  });
});

describe("hostile bytes", () => {
  it("never give anything but a refusal or a model that is written as the same bytes", () => {
    const readable = (given: Uint8Array): boolean => {
      try {
        expect(encodeModel(decodeModel(given))).toEqual(given);
      } catch (error) {
        if (!(error instanceof VerbatimsError)) throw error;
      }
      return true;
    };
    const random = fc.uint8Array({ maxLength: 100 });
    const afterMagic = random.map((rest) =>
      withChecksum(Uint8Array.from([0x56, 0x42, 0x54, 0x4d, 1, 0, ...rest, ...Array(16).fill(0)])),
    );
    const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 6 });
    const mutated = fc.tuple(changes, fc.boolean()).map(([list, repaired]) => {
      const copy = bytes.slice();
      for (const [at, byte] of list) copy[at % copy.length] = byte;
      return repaired ? withChecksum(copy) : copy;
    });
    fc.assert(fc.property(fc.oneof(random, afterMagic, mutated), readable), { numRuns: 1000 });
  });
});

describe("a value that is no model", () => {
  it.each([
    ["a scale that is no number", { scales: [Number.NaN, 1, 1, 1] }],
    ["a bias without end", { bias: [Infinity, 0, 0, 0] }],
    ["too few weights", { weights: new Int8Array(3) }],
    ["weights of another type", { weights: [1, 2] }],
    ["rows that fall", { rows: Uint32Array.of(5, 4), weights: new Int8Array(8) }],
    ["a row twice", { rows: Uint32Array.of(5, 5), weights: new Int8Array(8) }],
    ["a row beyond the bits", { rows: Uint32Array.of(1 << 14), weights: new Int8Array(4) }],
  ])("makes no scorer and no bytes: %s", (_, change) => {
    // A caller without types.
    const broken = { ...model, table: { ...model.table, ...change } } as LinearModel;
    for (const use of [createScorer, encodeModel]) {
      expect(() => use(broken)).toThrow(expect.objectContaining({ code: "damaged-model" }));
    }
  });

  it.each([undefined, null, {}, { table: null }, "model"])("is refused where it is %j", (value) => {
    // A caller without types.
    expect(() => createScorer(value as unknown as LinearModel)).toThrow(
      expect.objectContaining({ code: "damaged-model" }),
    );
  });
});
