/**
 * How often the intervals of drivers hold the true number: `npm run drivers-coverage -- [--samples 400] [--resamples 300]`.
 *
 * Prints, for samples of 200 and of 1000 rows drawn from a made-up population whose drivers are known, the share of 95 % intervals that hold
 * what the population has: of drivers with a strong, a weak and no effect. Seeded: the same options print the same.
 */
import { parseArgs } from "node:util";
import { createRandom } from "../src/core/random.js";
import { type Drivers, driversOf, type Statistic } from "../src/pattern/metrics/index.js";

const { values } = parseArgs({
  options: { samples: { type: "string", default: "400" }, resamples: { type: "string", default: "300" } },
});
const [samples, resamples] = [Number(values.samples), Number(values.resamples)];
const POPULATION = 40_000;
/** How often each driver is there, and what goes with it. */
const DRIVERS = [
  { name: "strong", share: 0.3, pull: -1.2 },
  { name: "middling", share: 0.2, pull: 0.8 },
  { name: "weak", share: 0.1, pull: 0.2 },
  { name: "none", share: 0.25, pull: 0 },
];
const names = DRIVERS.map(({ name }) => name);
const STATISTICS = ["impact", "effect", "shapley", "johnson"] as const;

/** Numbers of a result by what they are of. */
function listNumbers({ explained, drivers }: Drivers): ReadonlyMap<string, Statistic> {
  const ofDrivers = drivers.flatMap((driver) =>
    STATISTICS.map((key) => [`${key}, ${driver.name}`, driver[key]] as const),
  );
  return new Map([["explained", explained], ...ofDrivers]);
}

const random = createRandom(5);
for (const strength of [1, 0.25]) {
  const rows = Array.from({ length: POPULATION }, () => {
    const common = random();
    return DRIVERS.map(({ share }, i) => (random() < share * (i % 2 === 0 ? 1 : 2 * common) ? 1 : 0));
  });
  const outcomes = rows.map((row) => {
    const mood = row.reduce((sum, has, i) => sum + has * (DRIVERS[i]?.pull ?? 0) * strength, 3 * random());
    return mood > 2 ? 100 : mood > 0.9 ? 0 : -100;
  });
  const truth = listNumbers(driversOf(rows, outcomes, { names, resamples: 0 }));
  for (const n of [200, 1000]) {
    const held = new Map<string, { held: number; told: number }>();
    for (let sample = 0; sample < samples; sample++) {
      const picks = Array.from({ length: n }, () => Math.floor(random() * POPULATION));
      const found = driversOf(
        picks.map((pick) => rows[pick] ?? []),
        picks.map((pick) => outcomes[pick] ?? 0),
        { names, resamples, seed: sample },
      );
      for (const [key, { low, high }] of listNumbers(found)) {
        const value = truth.get(key)?.value ?? Number.NaN;
        const count = held.get(key) ?? { held: 0, told: 0 };
        held.set(key, count);
        if (low === null || high === null) continue;
        count.told++;
        if (low <= value && value <= high) count.held++;
      }
    }
    const explained = truth.get("explained")?.value ?? 0;
    console.log(
      `\n${samples} samples of ${n} rows, ${(100 * explained).toFixed(1)} % of the variance explained in truth`,
    );
    for (const key of truth.keys()) {
      const count = held.get(key);
      if (count !== undefined)
        console.log(`${key.padEnd(20)}${((100 * count.held) / count.told).toFixed(1).padStart(6)} %`);
    }
  }
}
