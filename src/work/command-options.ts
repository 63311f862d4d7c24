import { parseArgs } from "node:util";
import { excerpt, VerbatimsError } from "../core/error.js";

/** The options of every subcommand: what each takes, and its line in the help. */
const OPTIONS = {
  out: { type: "string", short: "o", help: "file to write, or - for standard output" },
  rejects: { type: "string", help: "file that takes the rows that could not be read" },
  text: { type: "string", help: "column that holds the text" },
  id: { type: "string", help: "column that names the row" },
  date: { type: "string", help: "column of the date" },
  rating: { type: "string", help: "column of the stars, 1 to 5" },
  nps: { type: "string", help: "column of the likelihood to recommend, 0 to 10" },
  csat: { type: "string", help: "column of the satisfaction score" },
  ces: { type: "string", help: "column of the effort score, 1 to 7" },
  channel: { type: "string", help: "column of the channel" },
  segment: { type: "string", help: "column of the segment" },
  format: { type: "string", help: "csv, tsv, jsonl or lines; told from the file where left out" },
  encoding: { type: "string", help: "utf-8, utf-16le, utf-16be or windows-1254; told from the file where left out" },
  "date-order": { type: "string", help: "dmy, mdy or ymd, for dates such as 03/04/2026" },
  language: { type: "string", help: "en or tr, where all texts are of one language" },
  "no-text": { type: "boolean", help: "leave the texts out of the analyses" },
  "allow-empty": { type: "boolean", help: "an empty input is no fault: it gives no analyses" },
  summary: { type: "string", help: "file that takes the summary of the analyses, made on the way" },
  workers: { type: "string", help: "threads that score; as many as there are cores where left out" },
  "range-bytes": { type: "string", help: "bytes of input that a thread takes at once, 262144 where left out" },
  "max-rejects": {
    type: "string",
    help: "rows that may be rejected before the run ends: a number, or a share such as 5%",
  },
  rejected: { type: "string", help: "file of rejects of the input: its rows alone are read, as they stand there" },
  restart: { type: "boolean", help: "begin anew where a run was broken off, instead of going on" },
  "json-progress": { type: "boolean", help: "tell progress on standard error as one JSON object a line" },
  title: { type: "string", help: "title of the report" },
  "report-language": { type: "string", help: "language of the report's own words, en or tr" },
  task: { type: "string", help: "what the labels tell: sentiment, theme, stage, intent, or a name of your own" },
  label: { type: "string", help: "column that holds the label" },
  kind: {
    type: "string",
    help: "single, multi (several labels a row, parted by | in CSV) or ordinal; multi for themes, else single",
  },
  labels: { type: "string", help: "the labels, parted by |; in their order for ordinal, where they must be given" },
  seed: { type: "string", help: "whole number that changes the order in which rows are learned" },
  dev: { type: "string", help: "file of labelled rows to measure the model on" },
  model: { type: "string", help: "model that verbatims train wrote" },
  help: { type: "boolean", short: "h", help: "this help" },
  version: { type: "boolean", help: "the version" },
} as const;

type OptionName = keyof typeof OPTIONS;

/** What was typed after `verbatims`. */
export interface CommandLine {
  readonly command: string;
  readonly inputs: readonly string[];
  /** Values of the options that were given. */
  readonly given: Readonly<Partial<Record<OptionName, string | boolean>>>;
}

const INTAKE: readonly OptionName[] = [
  "text",
  "id",
  "date",
  "rating",
  "nps",
  "csat",
  "ces",
  "channel",
  "segment",
  "format",
  "encoding",
  "date-order",
  "language",
  "rejects",
];

/** How labelled rows are read. */
const LABELLED: readonly OptionName[] = ["task", "label", "text", "format", "encoding", "rejects"];

interface Command {
  readonly options: readonly OptionName[];
  /** How many files it takes: the fewest and the most. */
  readonly inputs: readonly [fewest: number, most: number];
  readonly usage: string;
  readonly help: string;
}

/** The subcommands, the options each takes, and its line in the help. */
const COMMANDS: Readonly<Record<string, Command>> = {
  analyze: {
    options: [
      "out",
      "no-text",
      "allow-empty",
      "summary",
      "workers",
      "range-bytes",
      "max-rejects",
      "rejected",
      "restart",
      "json-progress",
      ...INTAKE,
    ],
    inputs: [1, Number.POSITIVE_INFINITY],
    usage: "analyze <file …|-> [--out scored.jsonl]",
    help: "read verbatims, write one analysis a line in the order of the input",
  },
  summarize: {
    options: ["out", "allow-empty"],
    inputs: [1, Number.POSITIVE_INFINITY],
    usage: "summarize <scored.jsonl …> [--out summary.json]",
    help: "add up analyses",
  },
  merge: {
    options: ["out"],
    inputs: [1, Number.POSITIVE_INFINITY],
    usage: "merge <summary.json …> [--out summary.json]",
    help: "merge summaries made apart",
  },
  report: {
    options: ["out", "title", "report-language", ...INTAKE],
    inputs: [0, 1],
    usage: "report [file|-] [--out report.html]",
    help: "print the summary and write the whole story as one HTML file: of verbatims, of analyses (scored.jsonl) or of a\n      summary; without a file, of the demo verbatims",
  },
  train: {
    options: ["out", "kind", "labels", "seed", "dev", ...LABELLED],
    inputs: [1, 1],
    usage: "train <labelled.csv|labelled.jsonl|-> --task <name> [--out model.vbtm]",
    help: "learn labels of your own from labelled rows, write a model",
  },
  evaluate: {
    options: ["model", "out", "language", ...LABELLED],
    inputs: [1, 1],
    usage: "evaluate <labelled.csv|labelled.jsonl|-> --model model.vbtm [--out evaluation.json]",
    help: "measure a model on labelled rows; with --task sentiment and no model, the sentiment that analyze reads",
  },
};

/**
 * Reads a command line.
 *
 * @throws VerbatimsError `invalid-option` naming the word that is wrong
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = parseWords(words);
  const [command = "", ...inputs] = positionals;
  const known = COMMANDS[command];
  if (values.help === true || values.version === true || command === "") return { command, inputs, given: values };
  if (known === undefined || !Object.hasOwn(COMMANDS, command)) {
    throw wrong(`command: expected ${Object.keys(COMMANDS).join(", ")}, got ${excerpt(command)}`);
  }
  // parseArgs gives exactly the options declared above.
  for (const name of Object.keys(values) as OptionName[]) {
    if (!known.options.includes(name)) throw wrong(`${command}: --${name} is not an option of this command`);
  }
  const [fewest, most] = known.inputs;
  if (inputs.length < fewest) throw wrong(`${command}: expected a file, or - for standard input, got none`);
  if (inputs.length > most) throw wrong(`${command}: expected one file, got ${inputs.length}`);
  return { command, inputs, given: values };
}

function parseWords(words: readonly string[]): { values: CommandLine["given"]; positionals: string[] } {
  try {
    const options = Object.fromEntries(
      Object.entries(OPTIONS).map(([name, option]) => [
        name,
        "short" in option ? { type: option.type, short: option.short } : { type: option.type },
      ]),
    );
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    // The shape of `options` above makes every value a string or a boolean.
    return { values: values as CommandLine["given"], positionals };
  } catch (error) {
    throw wrong(error instanceof Error ? (error.message.split(". ")[0] ?? "") : "unreadable command line");
  }
}

function wrong(message: string): VerbatimsError {
  return new VerbatimsError("invalid-option", `${message}. See verbatims --help.`, {});
}

/** The help text: of one command, or of all. */
export function helpText(command = ""): string {
  const one = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (one === undefined) {
    const lines = Object.values(COMMANDS).map(({ usage, help }) => `  verbatims ${usage}\n      ${help}`);
    return `Reads what customers wrote: what they feel, about what, and where it hurts.\n\n${lines.join("\n")}\n\n  verbatims <command> --help\n      the options of a command\n`;
  }
  const lines = one.options.map((name) => `  --${name.padEnd(15)} ${OPTIONS[name].help}`);
  return `verbatims ${one.usage}\n  ${one.help}\n\n${lines.join("\n")}\n`;
}
