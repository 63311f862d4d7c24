import { excerpt, VerbatimsError } from "../../core/error.js";
import type { Analysis } from "../../meaning/analysis.js";

/** What drivers may move: scores that were given, or the sentiment that was read. */
export const DRIVER_OUTCOMES = ["nps", "csat", "ces", "rating", "sentiment"] as const;
/**
 * One of {@link DRIVER_OUTCOMES}. `nps` is what an answer adds to the Net Promoter Score: -100 from a detractor (0-6), 0 from a passive
 * (7-8), 100 from a promoter (9-10); the others are taken as they are, `sentiment` from -1 to 1.
 */
export type DriverOutcome = (typeof DRIVER_OUTCOMES)[number];

/** Outcomes are counted in whole steps, so that their sums are exact: steps to the unit, and the range in units. */
const STEPS: Readonly<
  Record<DriverOutcome, { readonly perUnit: number; readonly least: number; readonly most: number }>
> = {
  nps: { perUnit: 1, least: 0, most: 10 },
  csat: { perUnit: 100, least: 0, most: 10 },
  ces: { perUnit: 100, least: 1, most: 7 },
  rating: { perUnit: 100, least: 1, most: 5 },
  sentiment: { perUnit: 1000, least: -1, most: 1 },
};

/** @throws VerbatimsError `invalid-option` where the outcome is none of those that drivers are sought of */
export function checkOutcome(outcome: unknown, where: string, among: readonly string[] = DRIVER_OUTCOMES): void {
  if (typeof outcome === "string" && among.includes(outcome)) return;
  const expected = `one of ${among.join(", ")}`;
  const hint =
    outcome === "sentiment" ? "Take drivers, which counts rows, for the sentiment" : "Choose what is to be explained";
  throw new VerbatimsError(
    "invalid-option",
    `${where} outcome: expected ${expected}, got ${excerpt(outcome)}. ${hint}.`,
    {
      field: "outcome",
      expected,
      received: excerpt(outcome),
    },
  );
}

/** How many steps the unit of an outcome has. */
export function stepsPerUnit(outcome: DriverOutcome): number {
  return STEPS[outcome].perUnit;
}

/** What an answer to the recommendation question adds to the Net Promoter Score. Source: Reichheld 2003. */
export function npsContribution(answer: number): number {
  return answer >= 9 ? 100 : answer >= 7 ? 0 : -100;
}

/**
 * The outcome of one analysis in whole steps (NPS points, hundredths of a score, thousandths of sentiment); `null` where it has none.
 *
 * @throws VerbatimsError `invalid-analysis` where the score is outside its range
 */
export function readOutcome({ id, given, sentiment }: Analysis, outcome: DriverOutcome): number | null {
  const score = outcome === "sentiment" ? sentiment?.score : given[outcome];
  if (score === undefined || score === null) return null;
  const { perUnit, least, most } = STEPS[outcome];
  if (!(typeof score === "number" && score >= least && score <= most)) {
    throw new VerbatimsError(
      "invalid-analysis",
      `${outcome} of ${excerpt(id)}: expected a number from ${least} to ${most}, got ${excerpt(score)}. Make the analyses again with this version.`,
      { field: outcome, expected: `${least} to ${most}`, received: excerpt(score) },
    );
  }
  // Adding 0 makes of -0 the 0 that JSON knows.
  return outcome === "nps" ? npsContribution(score) : Math.round(score * perUnit) + 0;
}
