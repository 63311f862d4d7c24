import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";
import { trainModel } from "../../src/learning/train-model.js";
import type { TrainOptions } from "../../src/learning/train-options.js";

const TWO: readonly LabelledText[] = [
  { text: "Where is my parcel?", label: "delivery" },
  { text: "I was charged twice", label: "billing" },
];

/** The error of a training that must not succeed. */
async function refusal(examples: readonly unknown[], options: TrainOptions = {}): Promise<Error & { code?: string }> {
  try {
    // A caller without types.
    await trainModel(examples as LabelledText[], options);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("expected a refusal");
}

describe("examples that cannot be learned from", () => {
  it.each([
    ["none", [], "got none"],
    ["one label alone", [TWO[0], TWO[0]], "got delivery"],
  ])("are too few: %s", async (_, examples, told) => {
    const error = await refusal(examples);
    expect([error.code, error.message]).toEqual(["too-few-labels", expect.stringContaining(told)]);
  });

  it("are too few where no text of any number of labels has one", async () => {
    expect((await refusal([{ text: "Hello", labels: [] }], { kind: "multi" })).code).toBe("too-few-labels");
  });

  it.each([
    ["no object", "parcel", "row 3, row: expected an object"],
    ["null", null, "row 3, row"],
    ["no text", { label: "billing" }, "row 3, text: expected a string, got nothing"],
    ["a text that is a number", { text: 5, label: "billing" }, "row 3, text"],
    ["no label", { text: "Hello" }, "row 3, label"],
    ["a blank label", { text: "Hello", label: "" }, "row 3, label"],
    ["two labels where there is one", { text: "Hello", labels: ["billing", "delivery"] }, "exactly one label"],
    ["no label where there is one", { text: "Hello", labels: [] }, "exactly one label"],
  ])("are named by row and field: %s", async (_, row, told) => {
    const error = await refusal([...TWO, row]);
    expect([error.code, error.message]).toEqual(["invalid-record", expect.stringContaining(told)]);
  });

  it("are named where their label is not among those told", async () => {
    const error = await refusal([...TWO, { text: "Rain again", label: "weather" }], {
      labels: ["billing", "delivery"],
    });
    expect([error.code, error.message]).toEqual([
      "unknown-label",
      "example 3, label: expected one of billing, delivery, got weather. Correct the label or add it to labels.",
    ]);
  });

  it("have too many labels where each of thousands has one of its own, which would fill the memory", async () => {
    const random = createRandom(1);
    const word = (): string => Math.floor(random() * 2 ** 40).toString(36);
    const rows = Array.from({ length: 2500 }, (_, n) => ({
      text: Array.from({ length: 20 }, word).join(" "),
      label: `r-${n}`,
    }));
    const error = await refusal(rows);
    expect([error.code, error.message]).toEqual([
      "too-many-labels",
      expect.stringContaining("Check that the labels are no names of single rows"),
    ]);
  });

  it("have too many labels where each of tens of thousands has one of its own, whatever their words", async () => {
    const rows = Array.from({ length: 25_000 }, (_, n) => ({ text: "late parcel", label: `r-${n}` }));
    expect((await refusal(rows)).code).toBe("too-many-labels");
  });

  it("are shown at most 60 characters of", async () => {
    const error = await refusal([...TWO, { text: "Hello", label: "x".repeat(5000) }], {
      labels: ["billing", "delivery"],
    });
    expect(error.message.length).toBeLessThan(250);
  });
});

describe("options that are out of range", () => {
  it.each<[string, unknown, string]>([
    ["kind", { kind: "double" }, "single, multi or ordinal"],
    ["labels", { kind: "ordinal" }, "the labels in their order"],
    ["labels", { labels: ["a", "a"] }, "labels that differ"],
    ["labels", { labels: ["a"] }, "at least two labels"],
    ["epochsMost", { epochsMost: 0 }, "a whole number from 1 to 100"],
    ["epochsMost", { epochsMost: Number.NaN }, "a whole number from 1 to 100"],
    ["rowsMost", { rowsMost: 1.5 }, "a whole number"],
    ["accuracyWanted", { accuracyWanted: 95 }, "a number from 0 to 1"],
    ["classWeights", { classWeights: "fair" }, "none or balanced"],
    ["features.wordGrams", { features: { wordGrams: 4 } }, "1, 2 or 3"],
    ["features.charGrams", { features: { charGrams: [5, 3] } }, "[min, max]"],
    ["features.charGrams", { features: { charGrams: "3-5" } }, "[min, max]"],
    ["features.negation", { features: { negation: 1 } }, "true or false"],
    ["features.bits", { features: { bits: 30 } }, "a whole number from 10 to 22"],
  ])("are named: %s", async (field, options, told) => {
    const error = await refusal(TWO, options as TrainOptions);
    expect([error.code, error.message]).toEqual([
      "invalid-option",
      expect.stringContaining(`trainModel ${field}: expected ${told}`),
    ]);
  });

  it("are found before the first example is read", async () => {
    let read = 0;
    function* counted(): Generator<LabelledText> {
      read++;
      yield* TWO;
    }
    await expect(trainModel(counted(), { epochsMost: 0 })).rejects.toThrow("epochsMost");
    expect(read).toBe(0);
  });
});
