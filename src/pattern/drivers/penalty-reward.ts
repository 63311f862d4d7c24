import type { Statistic } from "../../core/statistic.js";
import type { Analysis } from "../../meaning/analysis.js";
import { chooseMentions } from "./choose-mentions.js";
import type { Candidate, DriverKind, Obstacle } from "./design.js";
import type { DriverTable } from "./driver-table.js";
import { readTable } from "./drivers.js";
import { chooseModel, estimate, type Sampled } from "./estimate.js";
import { obstacleOfDependence, obstacleOfModel } from "./obstacles.js";
import { checkDriverOptions, checkTopics, type ResamplingOptions, type TopicOptions } from "./options.js";
import type { DriverOutcome } from "./outcome.js";
import { fewestOf, toNoStatistic, toStatistic } from "./to-statistic.js";

/**
 * What customers expect of something: a `must-be` costs more when it is bad than it brings when it is good, `delight` is the reverse, and
 * `performance` counts alike both ways.
 */
export type SatisfactionFactor = "must-be" | "performance" | "delight";

/** What goes with speaking badly and with speaking well of a theme or stage. */
export interface PenaltyReward {
  readonly kind: DriverKind;
  readonly name: string;
  /**
   * Outcome of a verbatim that speaks badly of it less that of one that does not speak of it (or neither badly nor well) and is alike in
   * all else, in the unit of the outcome; below 0 as a rule. Its `reason` tells where too few speak so.
   */
  readonly penalty: Statistic;
  /** The same of a verbatim that speaks well of it; above 0 as a rule. */
  readonly reward: Statistic;
  /**
   * (reward - loss) / (reward + loss), the loss being the penalty's size and either taken as 0 where its sign is the wrong one: -1 where it
   * can only disappoint, 1 where it can only delight.
   *
   * Source: impact asymmetry, Mikulić and Prebežac 2008.
   */
  readonly asymmetry: Statistic;
  /**
   * Told by the interval of the asymmetry: `must-be` where it is all below 0, `delight` all above, else `performance`. `null` where there
   * is no asymmetry, or where the intervals of penalty and reward both hold 0: it may count for nothing.
   */
  readonly factor: SatisfactionFactor | null;
}

/** Penalties and rewards of the themes and stages that customers speak of. */
export interface PenaltyRewards {
  /** It is no proof that one makes the other. */
  readonly claim: "association";
  readonly outcome: DriverOutcome;
  readonly n: number;
  /** By rising asymmetry, must-be first, those without one last; then by kind and name. */
  readonly factors: readonly PenaltyReward[];
}

/** Options of {@link penaltyReward}. */
export interface PenaltyRewardOptions extends ResamplingOptions, TopicOptions {}

/**
 * Penalty-reward contrast analysis: one regression of the outcome on whether each theme and stage is spoken of badly, and whether it is
 * spoken of well, tells what must be right and what delights. It needs rows, as {@link drivers} does. With the outcome `sentiment` it is
 * true by construction, as both are read from the same words.
 *
 * @throws VerbatimsError as {@link drivers}
 *
 * Source: Brandt 1987, A procedure for identifying value-enhancing service components; Mikulić and Prebežac 2008.
 */
export function penaltyReward(
  analyses: Iterable<Analysis>,
  options: PenaltyRewardOptions & { readonly outcome: DriverOutcome },
): PenaltyRewards;
/** The same from analyses that have been counted; their outcome is the table's. */
export function penaltyReward(table: DriverTable, options?: PenaltyRewardOptions): PenaltyRewards;
export function penaltyReward(
  source: Iterable<Analysis> | DriverTable,
  options: PenaltyRewardOptions & { readonly outcome?: DriverOutcome } = {},
): PenaltyRewards {
  const rules = checkDriverOptions(options, "penaltyReward");
  checkTopics(options, "penaltyReward");
  const table = readTable(source, options.outcome, "penaltyReward");
  const { candidates, design } = chooseMentions(table, { ...options, indicators: "polarity" }, rules.withhold);
  const choice = chooseModel(design);
  const whole = obstacleOfModel(design, choice, rules.withhold);
  const { columns } = estimate(design, whole === null ? choice.columns : [], null, rules);
  const n = design.rows;

  /** The effect of one tone of a topic, or why there is none. */
  const effectOf = (kind: DriverKind, name: string, tone: "negative" | "positive"): Effect => {
    const is = (each: { kind: string; name: string; tone: string }): boolean =>
      each.kind === kind && each.name === name && each.tone === tone;
    const candidate = candidates.find(is);
    const column = design.columns.findIndex(is);
    const dependence = choice.dependences.find((each) => each.column === column);
    const collinear = dependence === undefined ? null : obstacleOfDependence(dependence, design);
    return { candidate, obstacle: candidate?.obstacle ?? whole ?? collinear, sampled: columns[column]?.effect };
  };
  const tell = ({ candidate, obstacle, sampled }: Effect): Statistic =>
    obstacle !== null || sampled === undefined || candidate === undefined
      ? toNoStatistic(obstacle ?? MISSING, n, rules.level)
      : toStatistic(sampled, "number", n, fewestOf(candidate, n), rules);

  const factors = candidates
    .filter(({ tone }) => tone === "negative")
    .map(({ kind, name }): PenaltyReward => {
      const [bad, good] = [effectOf(kind, name, "negative"), effectOf(kind, name, "positive")];
      const [penalty, reward] = [tell(bad), tell(good)];
      const both = toAsymmetry(bad, good);
      const fewest = Math.min(
        ...[bad, good].map((each) => (each.candidate === undefined ? 0 : fewestOf(each.candidate, n))),
      );
      const asymmetry =
        both === null ? toNoStatistic(ONE_SIDED, n, rules.level) : toStatistic(both, "number", n, fewest, rules);
      return { kind, name, penalty, reward, asymmetry, factor: factorOf(penalty, reward, asymmetry) };
    });
  return { claim: "association", outcome: table.outcome, n, factors: factors.sort(byAsymmetry) };
}

interface Effect {
  readonly candidate: Candidate | undefined;
  readonly obstacle: Obstacle | null;
  readonly sampled: Sampled | undefined;
}

const MISSING: Obstacle = { reliability: "not-estimable", reason: "No verbatim speaks so of it." };
const ONE_SIDED: Obstacle = { reliability: "not-estimable", reason: "It takes both a penalty and a reward." };

function toAsymmetry(bad: Effect, good: Effect): Sampled | null {
  if (bad.obstacle !== null || good.obstacle !== null || !bad.sampled || !good.sampled) return null;
  const of = (penalty: number, reward: number): number => {
    const [loss, gain] = [Math.max(0, -penalty), Math.max(0, reward)];
    return (gain - loss) / (gain + loss);
  };
  const { draws } = good.sampled;
  return {
    value: of(bad.sampled.value, good.sampled.value),
    draws: bad.sampled.draws.map((penalty, draw) => of(penalty, draws[draw] ?? Number.NaN)),
  };
}

function factorOf(penalty: Statistic, reward: Statistic, { low, high }: Statistic): SatisfactionFactor | null {
  const holdsNothing = (each: Statistic): boolean => (each.low ?? 0) <= 0 && (each.high ?? 0) >= 0;
  if (low === null || high === null || (holdsNothing(penalty) && holdsNothing(reward))) return null;
  return high < 0 ? "must-be" : low > 0 ? "delight" : "performance";
}

function byAsymmetry(a: PenaltyReward, b: PenaltyReward): number {
  const [first, second] = [a.asymmetry.value ?? 2, b.asymmetry.value ?? 2];
  if (first !== second) return first - second;
  for (const part of ["kind", "name"] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}
