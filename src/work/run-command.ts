import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { excerpt, VerbatimsError } from "../core/error.js";
import { VERSION } from "../core/version.js";
import { describeMapping } from "../intake/columns.js";
import type { IntakeMapping } from "../intake/intake-options.js";
import { toTerminal } from "../report/to-terminal.js";
import type { WorkTotals } from "./analyze-batches.js";
import { analyzeFile } from "./analyze-file.js";
import { type CommandLine, helpText, parseCommandLine } from "./command-options.js";
import { type CommandVoice, createVoice } from "./command-voice.js";
import { openOutput } from "./open-output.js";
import type { MaybeTerminal } from "./progress-line.js";
import { readingOptions } from "./reading-options.js";
import { DEMO_FILE, reportFile } from "./report-file.js";
import { mergeFiles, summarizeFiles } from "./summarize-files.js";

/** Where the command reads and writes. */
export interface CommandStreams {
  readonly stdin: Readable;
  readonly stdout: MaybeTerminal;
  readonly stderr: MaybeTerminal;
}

/** What a subcommand works with. */
interface Task extends CommandLine {
  readonly streams: CommandStreams;
  readonly voice: CommandVoice;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs `verbatims` with the words that were typed after it. Never throws: what is wrong is said on `stderr`, in one line.
 *
 * @returns the exit code: 0 all well; 1 some rows rejected; 2 wrong usage, or an input or output that cannot be used; where
 * `signal` ended it 128 and the number of the system signal that its reason names (SIGINT where it names none)
 */
export async function runCommand(
  words: readonly string[],
  streams: CommandStreams = process,
  signal?: AbortSignal,
): Promise<number> {
  // Nobody may be reading any more what is said.
  streams.stderr.on("error", () => undefined);
  const voice = createVoice(streams.stderr);
  try {
    const line = parseCommandLine(words);
    if (line.given.help === true) return await print(streams, helpText(line.command));
    if (line.given.version === true) return await print(streams, `${VERSION}\n`);
    if (line.command === "") {
      streams.stderr.write(helpText());
      return 2;
    }
    return await runTask({ ...line, streams, voice, signal });
  } catch (error) {
    if (signal?.aborted === true) {
      voice.say("stopped before the end");
      return 128 + (SIGNAL_NUMBERS[String(signal.reason)] ?? 2);
    }
    if (!(error instanceof VerbatimsError)) {
      voice.say(`a fault of verbatims itself: ${excerpt(error instanceof Error ? error.message : error, 200)}`);
      return 2;
    }
    // Whoever read the output has read enough, as `head` does.
    if (error.code === "unwritable-output" && error.details.received === "EPIPE") return 0;
    voice.say(error.message);
    return 2;
  }
}

const SIGNAL_NUMBERS: Readonly<Partial<Record<string, number>>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

async function runTask(task: Task): Promise<number> {
  switch (task.command) {
    case "analyze":
      return await runAnalyze(task);
    case "summarize":
      return await runSummarize(task);
    case "merge":
      await mergeFiles(task.inputs.map(inputOf(task)), { out: outputOf(task, "out") ?? task.streams.stdout, ...task });
      return 0;
    default:
      return await runReport(task);
  }
}

async function runAnalyze(task: Task): Promise<number> {
  const { given, voice, signal } = task;
  const [source = task.streams.stdin] = task.inputs.map(inputOf(task));
  const totals = await analyzeFile(source, {
    ...readingOptions(given),
    keepText: given["no-text"] !== true,
    out: outputOf(task, "out") ?? task.streams.stdout,
    rejects: outputOf(task, "rejects"),
    onMapping: (mapping) => voice.say(tellMapping(mapping)),
    onReject: voice.tellReject,
    onProgress: voice.tellProgress,
    signal,
  });
  return finish(totals, "written", task);
}

async function runSummarize(task: Task): Promise<number> {
  const { totals } = await summarizeFiles(task.inputs.map(inputOf(task)), {
    out: outputOf(task, "out") ?? task.streams.stdout,
    onReject: task.voice.tellReject,
    onProgress: task.voice.tellProgress,
    signal: task.signal,
  });
  return finish(totals, "counted", task);
}

async function runReport(task: Task): Promise<number> {
  const { given, voice, streams, signal } = task;
  const demo = task.inputs.length === 0;
  if (demo) voice.say("no file given, so this reads the demo verbatims of an invented shop (datasets/demo.csv)");
  const [source = DEMO_FILE] = task.inputs.map(inputOf(task));
  const out = outputOf(task, "out") ?? "report.html";
  const title = textOf(given.title);
  // Any other word is refused by the report's own check.
  const reportLanguage = textOf(given["report-language"]) as "en" | "tr" | undefined;
  const { content, summary, totals } = await reportFile(source, {
    ...readingOptions(given),
    out,
    rejects: outputOf(task, "rejects"),
    title,
    reportLanguage,
    sourceName: demo ? "demo.csv" : undefined,
    onContent: (found) => {
      if (found === "analyses") voice.say("analyses made before: adding them up");
      if (found === "summary") voice.say("a summary made before: telling it");
    },
    onMapping: (mapping) => voice.say(tellMapping(mapping)),
    onReject: voice.tellReject,
    onProgress: voice.tellProgress,
    signal,
  });
  voice.clear();
  if (typeof out === "string") {
    const { stdout } = streams;
    const width = Math.min(1000, Math.max(40, stdout.columns || 80));
    const color = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
    const told = { title, language: reportLanguage, rejected: totals.rejected, width, color };
    await print(streams, toTerminal(summary, told));
    voice.say(`the whole story is in ${excerpt(out, 200)}`);
  }
  return content === "summary" ? 0 : finish(totals, "counted", task);
}

/** Says what is to be known about the rows, their counts last, and gives the exit code. */
function finish(totals: WorkTotals, done: string, { voice, given, command }: Task): number {
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

function tellMapping(mapping: IntakeMapping): string {
  if (mapping.format === "lines") return "read as lines, one text each";
  const shape = mapping.format === "jsonl" ? "JSON lines" : mapping.format.toUpperCase();
  return `read as ${shape}: ${describeMapping(mapping)}`;
}

async function print({ stdout }: CommandStreams, text: string): Promise<0> {
  await (await openOutput(stdout)).write(text);
  return 0;
}

function inputOf({ streams }: Task): (input: string) => string | Readable {
  return (input) => (input === "-" ? streams.stdin : input);
}

function outputOf({ given, streams }: Task, option: "out" | "rejects"): string | Writable | undefined {
  const target = textOf(given[option]);
  return target === "-" ? streams.stdout : target;
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
