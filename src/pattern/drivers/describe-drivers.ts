import type { Candidate, Choice, Obstacle } from "./design.js";
import type { Driver, Drivers } from "./drivers-result.js";
import { chooseModel, estimate } from "./estimate.js";
import { obstacleOfDependence, obstacleOfImpact, obstacleOfModel } from "./obstacles.js";
import type { DriverRules } from "./options.js";
import { createAllSubsets, createSampledOrders } from "./shapley.js";
import { fewestOf, toNoStatistic, toStatistic } from "./to-statistic.js";

/** Drivers that all 2^p sets are run through of, with as many resamples as are usual, in about a second; more take sampled orders. */
const MOST_FOR_ALL_SUBSETS = 15;

const STATISTICS = [
  ["impact", "number"],
  ["effect", "number"],
  ["shapley", "share"],
  ["johnson", "share"],
] as const;

/** What is told of a choice of drivers. */
export type Description = Pick<Drivers, "n" | "mean" | "explained" | "shapleyBy" | "orders" | "drivers">;

/** Computes everything that is told of a choice of drivers. */
export function describeDrivers({ candidates, design }: Choice, mean: number, rules: DriverRules): Description {
  const n = design.rows;
  const { level } = rules;
  const choice = chooseModel(design);
  const whole = obstacleOfModel(design, choice, rules.withhold);
  const model = whole === null ? choice.columns : [];
  const isSampled = model.length > MOST_FOR_ALL_SUBSETS;
  const shareOut = isSampled
    ? createSampledOrders(model.length, rules.orderPairs, rules.seed)
    : createAllSubsets(model.length);
  const estimates = estimate(design, model, shareOut, rules);
  const explained =
    whole === null ? toStatistic(estimates.explained, "share", n, n, rules) : toNoStatistic(whole, n, level);

  const describe = (candidate: Candidate, column: number): Driver => {
    const { kind, name, tone, performance } = candidate;
    const columnEstimates = estimates.columns[column];
    const dependence = choice.dependences.find((each) => each.column === column);
    const outside =
      candidate.obstacle ?? whole ?? (dependence === undefined ? null : obstacleOfDependence(dependence, design));
    const [impact, effect, shapley, johnson] = STATISTICS.map(([statistic, of]) => {
      const obstacle = statistic === "impact" ? obstacleOfImpact(candidate, n, rules.withhold) : outside;
      if (obstacle !== null || columnEstimates === undefined) return toNoStatistic(obstacle ?? NONE, n, level);
      return toStatistic(columnEstimates[statistic], of, n, fewestOf(candidate, n), rules);
    });
    const none = toNoStatistic(NONE, n, level);
    const share = shapley?.value == null || !explained.value ? null : shapley.value / explained.value;
    return {
      kind,
      name,
      tone,
      n: candidate.n,
      performance: n < rules.withhold ? null : performance,
      impact: impact ?? none,
      effect: effect ?? none,
      shapley: shapley ?? none,
      johnson: johnson ?? none,
      share,
    };
  };
  let column = 0;
  const drivers = candidates.map((candidate) => describe(candidate, candidate.obstacle === null ? column++ : -1));
  return {
    n,
    mean: n === 0 || n < rules.withhold ? null : mean,
    explained,
    shapleyBy: whole !== null ? null : isSampled ? "sampled-orders" : "all-subsets",
    orders: whole === null && isSampled ? 2 * rules.orderPairs : null,
    drivers: drivers.sort(byImportance),
  };
}

const NONE: Obstacle = { reliability: "not-estimable", reason: "It is not computed." };

function byImportance(a: Driver, b: Driver): number {
  const [first, second] = [a.shapley.value ?? -1, b.shapley.value ?? -1];
  if (first !== second) return second - first;
  const [mine, yours] = [Math.abs(a.impact.value ?? 0), Math.abs(b.impact.value ?? 0)];
  if (mine !== yours) return yours - mine;
  for (const part of ["kind", "name", "tone"] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}
