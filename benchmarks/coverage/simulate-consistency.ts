import { drawBinomial } from "../../src/core/draw-counts.js";
import { normalQuantile } from "../../src/core/normal.js";
import { createRandom } from "../../src/core/random.js";
import { channelConsistency } from "../../src/pattern/experience/channel-consistency.js";
import { emptySummary } from "../../src/pattern/index.js";
import type { CrossTally, Summary } from "../../src/pattern/summary.js";
import { openTally } from "../../src/pattern/tally.js";
import type { Simulation } from "./simulation.js";

/** How well the interval of the consistency index keeps its level. */
interface ConsistencyRow {
  readonly channels: number;
  /** Verbatims of the stage in each channel, on average. */
  readonly verbatims: number;
  /** The index that is to be found. */
  readonly index: number;
  readonly looks: number;
  /** Share of intervals that hold it. */
  readonly held: number;
  /** Mean of the index found. */
  readonly mean: number;
}

const SEED = 6;
const LOOKS = 2000;

/** Draws channels whose true mean sentiments lie apart by a known spread, and counts how often the interval of the index holds it. */
export function simulateConsistency(): Simulation {
  const rows = [3, 6].flatMap((channels) =>
    [40, 400].flatMap((verbatims) => [1, 0.95, 0.9, 0.8].map((index) => measure(channels, verbatims, index))),
  );
  return { rows, markdown: toMarkdown(rows) };
}

function measure(channels: number, verbatims: number, index: number): ConsistencyRow {
  const random = createRandom(SEED);
  let held = 0;
  let sum = 0;
  for (let look = 0; look < LOOKS; look++) {
    const summary = drawSummary(channels, verbatims, 1 - index, random);
    const { value, low, high } = channelConsistency(summary).index;
    if (low !== null && high !== null && low - 1e-9 <= index && index <= high + 1e-9) held++;
    sum += value ?? 0;
  }
  return { channels, verbatims, index, looks: LOOKS, held: held / LOOKS, mean: Math.round((sum / LOOKS) * 1e4) / 1e4 };
}

const NOTHING = emptySummary();

/** Each channel's scores are those of 20 votes, for or against, that are for with a probability of the channel's own. */
function drawSummary(channels: number, verbatims: number, spread: number, random: () => number): Summary {
  const stagesByChannel = Array.from({ length: channels }, (_, i): CrossTally => {
    const n = Math.round(verbatims * (0.6 + 0.8 * random()));
    const mean = Math.max(-0.99, Math.min(0.99, 0.1 + spread * normalQuantile(0.0001 + 0.9998 * random())));
    const scores = new Array<number>(21).fill(0);
    for (let k = 0; k < n; k++) {
      const score = drawBinomial(20, (mean + 1) / 2, random);
      scores[score] = (scores[score] ?? 0) + 1;
    }
    return { name: "use", within: `channel ${i + 1}`, ...openTally(), n, scores };
  });
  return { ...NOTHING, stagesByChannel };
}

function toMarkdown(rows: readonly ConsistencyRow[]): string {
  const lines = [
    "# Does the interval of the consistency index hold the truth?",
    "",
    `Written by \`npm run coverage\`. ${LOOKS} looks a row, seed ${SEED}: channels whose true mean sentiments are drawn from a normal distribution with a known spread, and`,
    "verbatims of one stage in each. The interval is of 95 %; where the index is 1 it can miss on one side alone.",
    "",
    "| channels | verbatims in each | index | held, % | mean index found |",
    "|---:|---:|---:|---:|---:|",
    ...rows.map(
      ({ channels, verbatims, index, held, mean }) =>
        `| ${channels} | ${verbatims} | ${index} | ${(100 * held).toFixed(1)} | ${mean.toFixed(3)} |`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
