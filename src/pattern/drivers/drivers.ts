import type { Source } from "../../core/iterables.js";
import type { Analysis } from "../../meaning/analysis.js";
import { wrongOption } from "../metrics/judge.js";
import { tabulateStream } from "./add-to-driver-table.js";
import { chooseMentions } from "./choose-mentions.js";
import { describeDrivers } from "./describe-drivers.js";
import type { DriverTable } from "./driver-table.js";
import type { Drivers } from "./drivers-result.js";
import {
  checkDriverOptions,
  checkTopics,
  type DriverOptions,
  type MentionOptions,
  type TopicOptions,
} from "./options.js";
import { checkOutcome, type DriverOutcome, stepsPerUnit } from "./outcome.js";
import { createTableAccumulator } from "./table-accumulator.js";

/** Options of {@link drivers}. */
export interface MentionDriverOptions extends DriverOptions, MentionOptions, TopicOptions {}

/**
 * Which themes and stages go together with an outcome: what the outcome would be without each (`impact`), what each goes with when others
 * are held equal (`effect`), and how what is explained falls to them (`shapley`, `johnson`), with bootstrap intervals. It is
 * association, not cause, and needs rows: analyses, or the {@link DriverTable} that they are counted into. Up to 15 drivers, Shapley
 * values are exact; above, they are averaged over sampled orders, and `shapleyBy` says so.
 *
 * Drivers that nothing can be told of are in the result all the same, and say why: mentioned by none, by all or by too few; collinear
 * with others; more drivers than rows; an outcome that is always the same. Any order of analyses, and any merging of tables, gives the
 * same bytes.
 *
 * @throws VerbatimsError `invalid-option`; `invalid-analysis` for a score out of range; `unlike-summaries` for analyses of unlike models
 * @example
 * const said = ["Delivery took three weeks.", "Great kettle, well made."];
 * const analyses = Array.from({ length: 60 }, (_, i) => analyze({ text: said[i % 2] ?? "", nps: i % 2 === 0 ? i % 7 : 10 - (i % 4) }));
 * const { n, claim, drivers: found } = drivers(analyses, { outcome: "nps", resamples: 200 });
 * [n, claim]; // [60, "association"]
 * found.find(({ name }) => name === "delivery")?.impact.value; // 75
 */
export function drivers(
  analyses: Iterable<Analysis>,
  options: MentionDriverOptions & { readonly outcome: DriverOutcome },
): Drivers;
/** The same from analyses that have been counted; their outcome is the table's. */
export function drivers(table: DriverTable, options?: MentionDriverOptions): Drivers;
export function drivers(
  source: Iterable<Analysis> | DriverTable,
  options: MentionDriverOptions & { readonly outcome?: DriverOutcome } = {},
): Drivers {
  const rules = checkDriverOptions(options, "drivers");
  checkTopics(options, "drivers");
  const table = readTable(source, options.outcome, "drivers");
  const choice = chooseMentions(table, options, rules.withhold);
  return {
    claim: "association",
    outcome: table.outcome,
    unanswered: table.unanswered,
    unread: table.unread,
    ...describeDrivers(choice, meanOf(table), rules),
  };
}

/**
 * As {@link drivers}, from a source that is read one after another; memory grows with the distinct combinations of themes and outcome.
 *
 * @throws VerbatimsError as {@link drivers}; whatever the source throws; the reason of `signal`
 */
export async function driversStream(
  source: Source<Analysis>,
  {
    signal,
    ...options
  }: MentionDriverOptions & { readonly outcome: DriverOutcome; readonly signal?: AbortSignal | undefined },
): Promise<Drivers> {
  checkDriverOptions(options, "driversStream");
  checkTopics(options, "driversStream");
  const { outcome, ...others } = options;
  return drivers(await tabulateStream(source, { outcome, signal }), others);
}

/** The table itself, or what analyses are counted into. @throws VerbatimsError `invalid-option` */
export function readTable(
  source: Iterable<Analysis> | DriverTable,
  outcome: DriverOutcome | undefined,
  where: string,
): DriverTable {
  if (typeof source === "object" && source !== null && "patterns" in source) {
    if (outcome === undefined || outcome === source.outcome) return source;
    throw wrongOption(where, "outcome", `${source.outcome}, which the table counts`, outcome);
  }
  if (typeof source !== "object" || source === null || !(Symbol.iterator in source)) {
    const hint = "analyses or a driver table (a summary does not tell what is spoken of together)";
    throw wrongOption(where, "source", hint, source);
  }
  checkOutcome(outcome, where);
  // Checked just now.
  const sum = createTableAccumulator(outcome as DriverOutcome);
  for (const analysis of source) sum.addAnalysis(analysis);
  return sum.toTable();
}

function meanOf({ patterns, outcome }: DriverTable): number {
  const cells = patterns.flatMap(({ outcomes }) => outcomes);
  const n = cells.reduce((sum, [, count]) => sum + count, 0);
  return cells.reduce((sum, [steps, count]) => sum + steps * count, 0) / n / stepsPerUnit(outcome);
}
