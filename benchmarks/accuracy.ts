/**
 * Measures accuracy beside other libraries: `npm run eval -- [--data <folder>] [--table shipped|learner] [--only <name>]`.
 *
 * Writes `accuracy/shipped.*` and `accuracy/learner.*` beside this file, as JSON and Markdown, and prints the Markdown. `--only`
 * measures one set or task (`gold` for all readings) and leaves the other results as they were. The model cards are written anew from the
 * results of the shipped models.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeCards } from "../models/cards/write-cards.js";
import { excerpt, VerbatimsError } from "../src/core/error.js";
import { learnerMarkdown, shippedMarkdown } from "./accuracy/markdown.js";
import { GOLD_NAMES, type GoldResult, measureGold } from "./accuracy/measure-gold.js";
import { type LearnerResult, measureLearner } from "./accuracy/measure-learner.js";
import { measureShipped, type ShippedResult } from "./accuracy/measure-shipped.js";
import { measureStars, STAR_SETS, type StarResult } from "./accuracy/measure-stars.js";
import { type LearnerFile, mergeResults, readResults, type ShippedFile, writeResults } from "./accuracy/result-file.js";
import { SHIPPED_SETS } from "./accuracy/shipped-sets.js";
import { LEARNER_TASKS } from "./learner-tasks.js";
import { createPeers } from "./peers/all-peers.js";

const FOLDER = join(import.meta.dirname, "accuracy");
const TABLES = ["shipped", "learner"] as const;

type Options = ReturnType<typeof readOptions>;

function readOptions(): { folder: string | undefined; only: string | undefined; tables: readonly string[] } {
  const { values } = parseArgs({
    options: { data: { type: "string" }, only: { type: "string" }, table: { type: "string" } },
  });
  const { data: folder, only, table } = values;
  const refuse = (field: string, known: readonly string[], received: string): VerbatimsError =>
    new VerbatimsError(
      "invalid-option",
      `--${field}: expected one of ${known.join(", ")}, got ${excerpt(received)}. Choose one of these, or leave it out for all.`,
      { field, received: excerpt(received) },
    );
  if (table !== undefined && !TABLES.some((name) => name === table)) throw refuse("table", TABLES, table);
  const tables = table === undefined ? TABLES : [table];
  const known = [
    ...(tables.some((name) => name === "shipped") ? [...SHIPPED_SETS.map(({ name }) => name), "gold"] : []),
    ...(tables.some((name) => name === "learner") ? LEARNER_TASKS.map(({ name }) => name) : []),
  ];
  if (only !== undefined && !known.includes(only)) throw refuse("only", [...new Set(known)], only);
  return { folder, only, tables };
}

async function runShipped({ folder, only }: Options): Promise<void> {
  const peers = createPeers();
  const wanted = (name: string): boolean => only === undefined || name === only;
  const fresh: ShippedResult[] = [];
  for (const set of SHIPPED_SETS.filter(({ name }) => wanted(name))) {
    const result = await measureShipped(set, peers, { folder });
    tell(`shipped ${set.name}`, result.ours[set.measure].value);
    fresh.push(result);
  }
  const stars: StarResult[] = [];
  for (const set of STAR_SETS.filter(({ name }) => wanted(name))) {
    const result = await measureStars(set, { folder });
    tell(`stars of ${set.name}`, result.ours.accuracy.value);
    stars.push(result);
  }
  const readings: GoldResult[] = [];
  for (const language of wanted("gold") ? (["en", "tr"] as const) : []) {
    readings.push(...(await measureGold(language, GOLD_NAMES, peers, { folder })));
    tell(`gold ${language}`, readings.at(-GOLD_NAMES.length)?.value.value ?? 0);
  }
  if (fresh.length + readings.length === 0) return;
  const old =
    only === undefined ? undefined : readResults<ShippedFile>(FOLDER, "shipped", { results: [], stars: [], gold: [] });
  const order = GOLD_NAMES.flatMap((name) => [`${name} en`, `${name} tr`]);
  const file: ShippedFile = {
    results: mergeResults(
      old?.results ?? [],
      fresh,
      ({ name }) => name,
      SHIPPED_SETS.map(({ name }) => name),
    ),
    stars: mergeResults(
      old?.stars ?? [],
      stars,
      ({ name }) => name,
      STAR_SETS.map(({ name }) => name),
    ),
    gold: mergeResults(old?.gold ?? [], readings, ({ name, language }) => `${name} ${language}`, order),
  };
  const markdown = shippedMarkdown(file);
  writeResults(FOLDER, "shipped", file, markdown);
  console.log(markdown);
  await writeCards({ folder });
}

async function runLearner({ folder, only }: Options): Promise<void> {
  const peers = createPeers();
  const fresh: LearnerResult[] = [];
  for (const task of LEARNER_TASKS.filter(({ name }) => only === undefined || name === only)) {
    const result = await measureLearner(task, peers, { folder });
    tell(`learner ${task.name}`, result.ours[task.measure].value);
    fresh.push(result);
  }
  if (fresh.length === 0) return;
  const old = only === undefined ? undefined : readResults<LearnerFile>(FOLDER, "learner", { results: [] });
  const order = LEARNER_TASKS.map(({ name }) => name);
  const file: LearnerFile = { results: mergeResults(old?.results ?? [], fresh, ({ name }) => name, order) };
  const markdown = learnerMarkdown(file.results);
  writeResults(FOLDER, "learner", file, markdown);
  console.log(markdown);
}

/** Progress, one line a set. */
function tell(what: string, share: number): void {
  console.error(`${what}: ${(share * 100).toFixed(1)}`);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.tables.includes("shipped")) await runShipped(options);
  if (options.tables.includes("learner")) await runLearner(options);
}

main().catch((error: unknown) => {
  // Wrong options of parseArgs are TypeErrors with a message meant for the user.
  const expected = error instanceof VerbatimsError || (error instanceof TypeError && "code" in error);
  console.error(expected ? error.message : error);
  process.exitCode = 2;
});
