import { expectTypeOf, it } from "vitest";
import type { Analysis } from "../../src/index.js";
import {
  type Drivers,
  type DriverTable,
  drivers,
  driversStream,
  type Impacts,
  impacts,
  penaltyReward,
} from "../../src/pattern/metrics/index.js";

/** Only compiled, never run: what is written here must be what a user's editor knows. */
declare const analyses: readonly Analysis[];
declare const table: DriverTable;
declare const summary: Parameters<typeof impacts>[0];

it("drivers of analyses need an outcome, those of a table have one", () => {
  expectTypeOf(drivers(analyses, { outcome: "nps" })).toEqualTypeOf<Drivers>();
  expectTypeOf(drivers(table)).toEqualTypeOf<Drivers>();
  expectTypeOf(driversStream(analyses, { outcome: "csat" })).resolves.toEqualTypeOf<Drivers>();
  // @ts-expect-error without an outcome there is nothing to explain
  drivers(analyses, {});
  // @ts-expect-error no such outcome
  drivers(analyses, { outcome: "mood" });
});

it("a summary has impacts of scores, none of sentiment", () => {
  expectTypeOf(impacts(summary, { outcome: "ces" })).toEqualTypeOf<Impacts>();
  // @ts-expect-error themes of a summary hold their own sentiment, not that of the verbatims
  impacts(summary, { outcome: "sentiment" });
});

it("factors are literal names, and results are readonly", () => {
  const { factors } = penaltyReward(table);
  expectTypeOf(factors[0]?.factor).toEqualTypeOf<"must-be" | "performance" | "delight" | null | undefined>();
  // @ts-expect-error a result is not written to
  drivers(table).n = 3;
});
