import { drawCounts } from "../../src/core/draw-counts.js";
import { createRandom } from "../../src/core/random.js";
import type { Statistic } from "../../src/core/statistic.js";
import { type ConfusionTable, npsFromText } from "../../src/pattern/metrics/index.js";
import { SHIPPED_CONFUSION } from "../../src/pattern/metrics/shipped-confusion.js";
import type { Simulation } from "./simulation.js";

/** What is estimated of texts whose stars are known. */
interface TransferRow {
  readonly set: string;
  readonly texts: number;
  /** Five stars less one to three, in points. */
  readonly truth: number;
  /** Estimated by the tables of the other sets of the language. */
  readonly byOthers: Ends;
  /** Share of draws of a table of its own, of {@link OWN} texts, whose interval for the other texts held their truth; and the mean width. */
  readonly heldByOwn: number;
  readonly widthByOwn: number;
}

type Ends = readonly [value: number | null, low: number | null, high: number | null];

const OWN = 300;
const DRAWS = 100;
const SEED = 4;

/** Estimates the NPS of each public set with stars as if its stars were not known: by other sets, and by a small table of its own. */
export function simulateTransfer(): Simulation {
  const rows = (["en", "tr"] as const).flatMap((language) => {
    const { stars } = SHIPPED_CONFUSION[language];
    return stars.map(({ set, table }): TransferRow => {
      const others = stars.filter((each) => each.set !== set).map((each) => each.table);
      const random = createRandom(SEED);
      let held = 0;
      let width = 0;
      for (let draw = 0; draw < DRAWS; draw++) {
        const [own, rest] = split(table, random);
        const { low, high } = estimate(rest, [own], draw);
        const truth = truthOf(rest);
        if (low !== null && high !== null && low <= truth && truth <= high) held++;
        width += (high ?? 0) - (low ?? 0);
      }
      const { value, low, high } = estimate(table, others, SEED);
      return {
        set,
        texts: total(table.counts.map(total)),
        truth: tenth(truthOf(table)),
        byOthers: [tenth(value), tenth(low), tenth(high)],
        heldByOwn: held / DRAWS,
        widthByOwn: Math.round(width / DRAWS),
      };
    });
  });
  return { rows, markdown: toMarkdown(rows) };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function tenth<Value extends number | null>(value: Value): Value | number {
  return value === null ? value : Math.round(value * 10) / 10;
}

function truthOf({ counts }: ConfusionTable): number {
  const [one = 0, two = 0, three = 0, , five = 0] = counts.map(total);
  return (100 * (five - one - two - three)) / total(counts.map(total));
}

/** The score of the texts of a table, by what was read in them alone. */
function estimate(table: ConfusionTable, by: readonly ConfusionTable[], seed: number): Statistic {
  const scores = new Array<number>(21).fill(0);
  for (const row of table.counts) {
    row.forEach((count, i) => {
      // The middle of the three bins of a class.
      scores[3 * i + 1] = (scores[3 * i + 1] ?? 0) + count;
    });
  }
  const sentiment = { negative: 0, neutral: 0, mixed: 0, positive: 0 };
  const tally = { n: total(scores), sentiment, scores, rating: [], nps: [], csat: [], ces: [] };
  return npsFromText(tally, { language: "en", confusion: by, seed, resamples: 300 }).score;
}

/** Texts of a table drawn for a table of their own, and the rest. */
function split({ labels, counts }: ConfusionTable, random: () => number): [ConfusionTable, ConfusionTable] {
  const cells = counts.flat();
  const all = total(cells);
  const drawn = new Float64Array(cells.length);
  drawCounts(
    OWN,
    cells.map((count) => count / all),
    random,
    drawn,
  );
  const width = counts[0]?.length ?? 0;
  const own = counts.map((row, i) => row.map((count, j) => Math.min(count, drawn[i * width + j] ?? 0)));
  const rest = counts.map((row, i) => row.map((count, j) => count - (own[i]?.[j] ?? 0)));
  return [
    { labels, counts: own },
    { labels, counts: rest },
  ];
}

function toMarkdown(rows: readonly TransferRow[]): string {
  const lines = [
    "# Is an estimate from text right for texts of another kind?",
    "",
    "Written by `npm run coverage`. Each public set with stars is read as if its stars were not known; its NPS is five stars less one to three. *By other",
    `kinds*: corrected by the tables of the other sets of its language. *By its own*: corrected by a table of ${OWN} texts of its own, drawn ${DRAWS} times, seed ${SEED};`,
    "how often the 95 % interval for the rest held the truth, and how wide it was on average, in points.",
    "",
    "| set | texts | true NPS | by other kinds | held | by its own: held | width |",
    "|---|---:|---:|---|---|---:|---:|",
    ...rows.map(({ set, texts, truth, byOthers: [value, low, high], heldByOwn, widthByOwn }) => {
      const held = low !== null && high !== null && low <= truth && truth <= high ? "yes" : "no";
      return `| ${set} | ${texts} | ${truth} | ${value} (${low} to ${high}) | ${held} | ${Math.round(100 * heldByOwn)} % | ${widthByOwn} |`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
