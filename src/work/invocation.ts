import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { type ColumnMapping, describeMapping } from "../intake/columns.js";
import type { Format } from "../intake/format.js";
import type { Pen } from "../report/terminal-draw.js";
import type { CommandLine } from "./command-options.js";
import type { CommandVoice } from "./command-voice.js";
import { openOutput } from "./open-output.js";
import type { MaybeTerminal } from "./progress-line.js";
import type { WorkTotals } from "./work-totals.js";

/** Where the command reads and writes. */
export interface CommandStreams {
  readonly stdin: Readable;
  readonly stdout: MaybeTerminal;
  readonly stderr: MaybeTerminal;
}

/** What a subcommand works with. */
export interface Invocation extends CommandLine {
  readonly streams: CommandStreams;
  readonly voice: CommandVoice;
  readonly signal: AbortSignal | undefined;
}

/** Says what is to be known about the rows, their counts last, and gives the exit code. */
export function tellTotals(totals: WorkTotals, done: string, { voice, given, command }: Invocation): number {
  const { read, written, rejected, repeatedIds, repeatedIdsWhole, brokenBytes } = totals;
  const kept =
    given.rejects === undefined ? "; --rejects <file> takes all of them" : `; all of them are in ${given.rejects}`;
  voice.tellMoreRejects(rejected, command === "summarize" ? "" : kept);
  if (repeatedIds > 0) {
    const least = repeatedIdsWhole ? "" : "at least ";
    voice.say(`${least}${repeatedIds} ${repeatedIds === 1 ? "row has an id" : "rows have ids"} that came before; kept`);
  }
  if (brokenBytes > 0) {
    const advice =
      given.encoding === undefined ? " If the text is Turkish Windows text, use --encoding windows-1254." : "";
    voice.say(`${brokenBytes} characters could not be decoded and stand as \ufffd.${advice}`);
  }
  voice.say(`rows: ${read} read, ${written} ${done}, ${rejected} rejected`);
  return rejected > 0 ? 1 : 0;
}

const SHAPES = { csv: "CSV", tsv: "TSV", jsonl: "JSON lines", lines: "lines", parquet: "Parquet" } as const;

/** Says how an input is understood: its format, and its columns where it has any. */
export function tellMapping(mapping: ColumnMapping<string> & { readonly format: Format }): string {
  if (mapping.format === "lines") return "read as lines, one text each";
  const shape = SHAPES[mapping.format];
  return `read as ${shape}: ${describeMapping(mapping)}`;
}

/** How wide standard output is, and whether it shows colours. */
export function penOf({ stdout }: CommandStreams): Pen {
  const color = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return { width: Math.min(1000, Math.max(40, stdout.columns || 80)), color };
}

/** Writes to standard output. */
export async function print({ stdout }: CommandStreams, text: string): Promise<0> {
  await (await openOutput(stdout)).write(text);
  return 0;
}

/** What an input's name stands for: a path, or standard input. */
export function inputOf({ streams }: Invocation): (input: string) => string | Readable {
  return (input) => (input === "-" ? streams.stdin : input);
}

/** What the name of an output stands for: a path, or standard output; nothing where it was not given. */
export function outputOf({ given, streams }: Invocation, option: "out" | "rejects"): string | Writable | undefined {
  const target = textOf(given[option]);
  return target === "-" ? streams.stdout : target;
}

/** The value of an option that takes one. */
export function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
