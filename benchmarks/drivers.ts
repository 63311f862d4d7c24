/**
 * Times drivers: `npm run drivers-bench -- [--rows 100000] [--drivers 15]`.
 *
 * Prints how long Shapley values (and Johnson's weights, effects and impacts beside them) take, from rows to result, without and with
 * bootstrap intervals. The rows are made up from a fixed seed: what customers mention, each theme as often as in reviews (2 to 20 in a
 * hundred), and an answer that hangs on it.
 */
import { parseArgs } from "node:util";
import { createRandom } from "../src/core/random.js";
import { type Analysis, analyze, drivers } from "../src/index.js";
import { driversOf } from "../src/pattern/metrics/index.js";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "100000" }, drivers: { type: "string", default: "15" } },
});
const [rowCount, driverCount] = [Number(values.rows), Number(values.drivers)];
const random = createRandom(1);
const names = Array.from({ length: driverCount }, (_, i) => `theme ${i + 1}`);

const mentions = Array.from({ length: rowCount }, () =>
  names.map((_, i) => (random() < 0.02 + (0.18 * i) / driverCount ? 1 : 0)),
);
const answers = mentions.map((row) => {
  const mood = row.reduce((sum, mentioned, i) => sum + (mentioned === 1 ? (i % 4) - 2 : 0), 2 * random());
  return mood > 0.8 ? 10 : mood > 0 ? 7 : 2;
});
const ratings = mentions.map((row) => row.map((_, i) => Math.floor(random() * random() * (i % 3 === 0 ? 11 : 5))));

const neutral = analyze("The parcel.");
const readings = names.map((theme) => ({
  theme,
  confidence: 0.9,
  sentiment: { label: "negative" as const, score: -0.5, confidence: 0.9 },
  evidence: [],
}));
const analyses = mentions.map(
  (row, i): Analysis => ({
    ...neutral,
    given: { nps: answers[i] },
    themes: readings.filter((_, place) => row[place] === 1),
    stage: null,
  }),
);

/** Seconds of the processor: what else runs on the machine does not count. The best of three. */
function measure(act: () => unknown): string {
  const seconds = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return `${Math.min(...seconds).toFixed(2)} s`;
}

console.log(`${driverCount} drivers, ${rowCount} rows, Node ${process.version}, processor time`);
for (const resamples of [0, 500]) {
  const time = measure(() => drivers(analyses, { outcome: "nps", resamples }));
  console.log(`analyses, ${resamples} resamples: ${time}`);
}
for (const resamples of [0, 500]) {
  const time = measure(() => driversOf(mentions, answers, { names, resamples }));
  console.log(`rows of 0 and 1, ${resamples} resamples: ${time}`);
}
console.log(`rows of ratings, 0 resamples: ${measure(() => driversOf(ratings, answers, { names, resamples: 0 }))}`);
console.log(`rows of ratings, 50 resamples: ${measure(() => driversOf(ratings, answers, { names, resamples: 50 }))}`);
