import { aimOf, beside, decimal, interval, MEASURES, PEERS, percent, table } from "../../benchmarks/accuracy/cells.js";
import type { GoldResult } from "../../benchmarks/accuracy/measure-gold.js";
import type { ShippedResult } from "../../benchmarks/accuracy/measure-shipped.js";
import type { ShippedFile } from "../../benchmarks/accuracy/result-file.js";
import type { Score } from "../../benchmarks/accuracy/score.js";
import type { CardFacts, ModelFile } from "./card-facts.js";
import type { Phenomenon } from "./measure-phenomena.js";
import { findTextSource, type TextSource, WORD_LISTS } from "./text-sources.js";

/** Marks sets of which another split was learned. */
const HELD_OUT = "‡";

/** Most that calibration may be off, and how far it should come. */
const CALIBRATION_AIM = { floor: 0.05, goal: 0.03 };
/** Most points that may be lost without Turkish letters, and how few should be. */
const DIACRITICS_AIM = { floor: 2, goal: 1 };

/** Sources of texts with their counts. */
export function sourceTable(counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(counts).map(([name, count]) => [name, String(count), ...cellsOf(findTextSource(name))]);
  return table(["texts of", "count", "tier", "licence", "from", "what"], rows);
}

/** Word lists of the lexicon that others made; an empty text where there are none. */
export function wordListTable({ language }: CardFacts): string {
  const lists = WORD_LISTS[language];
  if (lists.length === 0) return "";
  return table(
    ["tier", "licence", "from", "what"],
    lists.map((list) => cellsOf(list)),
  );
}

function cellsOf(source: TextSource | undefined): string[] {
  if (source === undefined) return ["unknown", "unknown", "", ""];
  return [source.tier, source.licence, source.from, source.about];
}

/** Files with size and hash, and their sum. */
export function fileTable(files: readonly ModelFile[]): string {
  const sum = files.reduce((total, { gzippedBytes }) => total + gzippedBytes, 0);
  return table(
    ["file", "bytes gzipped", "SHA-256"],
    [
      ...files.map(({ name, gzippedBytes, sha256 }) => [name, gzippedBytes.toLocaleString("en"), sha256]),
      ["together", sum.toLocaleString("en"), ""],
    ],
  );
}

/** Sentiment on public sets and on the gold, beside the peers. */
export function sentimentTable({ shipped, training }: CardFacts): string {
  const header = ["set", "split", "n", "measure", "verbatims", ...PEERS, "majority", "floor / goal", "ECE"];
  const rows = shipped.results.map((result) => [
    Object.hasOwn(training.examples, result.dataset) ? `${result.name} ${HELD_OUT}` : result.name,
    result.split,
    String(result.n),
    `${MEASURES[result.measure]}, ${result.view}`,
    interval(result.ours[result.measure]),
    ...PEERS.map((peer) => beside(result.peers[peer], result.measure, result.n)),
    percent(result.majority[result.measure].value),
    aimOf(result.aim),
    decimal(result.ours.calibrationError),
  ]);
  const gold = shipped.gold.filter(({ name }) => name === "sentiment").map(goldSentimentRow);
  return table(header, [...rows, ...gold]);
}

function goldSentimentRow(result: GoldResult): string[] {
  return [
    result.dataset,
    result.split,
    String(result.n),
    "accuracy, four-way",
    interval(result.value),
    ...PEERS.map((peer) => beside(result.peers[peer], "accuracy", result.n)),
    percent(result.majority?.accuracy.value ?? 0),
    "–",
    decimal(result.ours?.calibrationError),
  ];
}

/** Sets that the table of sentiment marks: held-out splits of sets whose training split was learned. */
export function heldOutSets({ shipped, training }: CardFacts): string[] {
  return shipped.results.filter(({ dataset }) => Object.hasOwn(training.examples, dataset)).map(({ name }) => name);
}

/** Precision, recall and F1 of every label of every set. */
export function classTable({ results, gold }: ShippedFile): string {
  const scored: readonly (readonly [string, Score | null])[] = [
    ...results.map(({ name, ours }) => [name, ours] as const),
    ...gold.filter(({ name }) => name === "sentiment").map(({ dataset, ours }) => [dataset, ours] as const),
  ];
  const rows = scored.flatMap(([name, ours]) =>
    (ours?.classes ?? [])
      .filter(({ support }) => support > 0)
      .map(({ label, precision, recall, f1, support }) => [
        name,
        label,
        percent(precision),
        percent(recall),
        percent(f1),
        String(support),
      ]),
  );
  return table(["set", "label", "precision", "recall", "F1", "texts"], rows);
}

/** What was taken for what: a line a true label. */
export function confusionTable(name: string, score: Score | null): string {
  if (score?.confusion === null || score === null) return "";
  const { labels, counts } = score.confusion;
  const rows = labels.map((label, at) => [label, ...labels.map((_, said) => String(counts[at]?.[said] ?? 0))]);
  return table([`${name}: true, said`, ...labels], rows);
}

/** The contrast suite by phenomenon, hardest first. */
export function phenomenonTable(phenomena: readonly Phenomenon[]): string {
  const rows = phenomena.map(({ name, n, right, mistakes }) => [
    name,
    `${right} of ${n}`,
    mistakes.map(([mistake, count]) => `${count} ${mistake}`).join(", "),
  ]);
  return table(["phenomenon", "right", "mistakes"], rows);
}

/** The rating of an analysis against the one that a text came with. */
export function starTable({ stars }: ShippedFile): string {
  const rows = stars.map(({ name, split, n, ours, majority }) => [
    name,
    split,
    String(n),
    interval(ours.accuracy),
    percent(majority.accuracy.value),
    decimal(ours.ordinal?.meanAbsoluteError),
    decimal(majority.ordinal?.meanAbsoluteError),
    decimal(ours.ordinal?.weightedKappa),
  ]);
  return table(["set", "split", "n", "accuracy", "majority", "MAE", "majority's MAE", "kappa"], rows);
}

/** The readings other than sentiment, on the gold. */
export function readingTable({ gold }: ShippedFile): string {
  const rows = gold
    .filter(({ name }) => name !== "sentiment")
    .map(({ name, n, measure, value, majority, ours }) => [
      name,
      String(n),
      MEASURES[measure],
      interval(value),
      majority === null || measure === "wordF1" ? "–" : percent(majority[measure].value),
      decimal(ours?.calibrationError),
    ]);
  return table(["reading", "n", "measure", "verbatims", "majority", "ECE"], rows);
}

/** Accuracy with and without Turkish letters. */
export function diacriticsTable({ results }: ShippedFile): string {
  const rows = results.flatMap((result) => {
    const loss = lossOf(result);
    if (loss === null || result.withoutDiacritics === null) return [];
    const { name, measure, ours, withoutDiacritics } = result;
    return [[name, percent(ours[measure].value), percent(withoutDiacritics[measure].value), percent(loss)]];
  });
  return table(["set", "as written", "without diacritics", "loss"], rows);
}

function lossOf({ ours, measure, withoutDiacritics }: ShippedResult): number | null {
  return withoutDiacritics === null ? null : ours[measure].value - withoutDiacritics[measure].value;
}

/** What is wanted, and what was reached. */
export function aimTable({ results, gold }: ShippedFile): string {
  const rows = results.flatMap((result) => {
    const { name, measure, ours, aim } = result;
    if (aim === null) return [];
    const reached = Math.round(ours[measure].value * 1000) / 10;
    return [[name, aimOf(aim), reached.toFixed(1), verdict(reached >= aim.floor, reached >= aim.goal)]];
  });
  const errors = [
    ...results.map(({ name, ours }) => [name, ours.calibrationError] as const),
    ...gold
      .filter(({ name }) => name === "sentiment")
      .map(({ dataset, ours }) => [dataset, ours?.calibrationError ?? null] as const),
  ];
  const calibrated = errors.flatMap(([name, error]) => {
    if (error === null) return [];
    const { floor, goal } = CALIBRATION_AIM;
    return [[`ECE, ${name}`, `≤ ${floor} / ≤ ${goal}`, decimal(error), verdict(error <= floor, error <= goal)]];
  });
  const plain = results.flatMap((result) => {
    const loss = lossOf(result);
    if (loss === null) return [];
    const { floor, goal } = DIACRITICS_AIM;
    const points = loss * 100;
    return [
      [
        `loss without diacritics, ${result.name}`,
        `≤ ${floor} / ≤ ${goal}`,
        percent(loss),
        verdict(points <= floor, points <= goal),
      ],
    ];
  });
  return table(["wanted of", "floor / goal", "reached", ""], [...rows, ...calibrated, ...plain]);
}

function verdict(floor: boolean, goal: boolean): string {
  return goal ? "goal" : floor ? "floor" : "below the floor";
}
