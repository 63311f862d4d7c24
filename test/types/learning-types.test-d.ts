import { describe, expectTypeOf, it } from "vitest";
import {
  createScorer,
  decodeModel,
  encodeModel,
  evaluate,
  explain,
  type LabelledText,
  type LinearModel,
  type Scorer,
  trainModel,
  type Verdict,
} from "../../src/learning/index.js";

const tickets = [
  { text: "Where is my parcel?", label: "delivery" },
  { text: "I was charged twice", label: "billing" },
] as const;

describe("the names of labels", () => {
  it("are literal from the examples to the verdict", async () => {
    const model = await trainModel(tickets);
    expectTypeOf(model).toEqualTypeOf<LinearModel<"delivery" | "billing">>();
    expectTypeOf(createScorer(model).score("Hi")).toEqualTypeOf<Verdict<"delivery" | "billing">>();
    expectTypeOf(explain(model, "Hi").label).toEqualTypeOf<"delivery" | "billing">();
  });

  it("are literal from the option, and hold the examples", async () => {
    const model = await trainModel([{ text: "Great", label: "5" }], { kind: "ordinal", labels: ["1", "5"] });
    expectTypeOf(model.labels).toEqualTypeOf<readonly ("1" | "5")[]>();
    // @ts-expect-error: no label of the model
    explain(model, "Great", { label: "3" });
  });

  it("are strings where they come from a file", async () => {
    const rows: AsyncIterable<LabelledText> = (async function* () {})();
    expectTypeOf(await trainModel(rows)).toEqualTypeOf<LinearModel<string>>();
    expectTypeOf(decodeModel(new Uint8Array())).toEqualTypeOf<LinearModel<string>>();
  });

  it("do not hinder functions that take models and scorers of any labels", async () => {
    const model = await trainModel(tickets);
    expectTypeOf(encodeModel).toBeCallableWith(model);
    expectTypeOf(evaluate).toBeCallableWith(createScorer(model), [{ text: "Hi", label: "billing" }]);
    expectTypeOf(createScorer(model)).toExtend<Scorer>();
  });
});
