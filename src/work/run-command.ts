import process from "node:process";
import { excerpt, VerbatimsError } from "../core/error.js";
import { VERSION } from "../core/version.js";
import { toTerminal } from "../report/to-terminal.js";
import { helpText, parseCommandLine } from "./command-options.js";
import { createVoice } from "./command-voice.js";
import {
  type CommandStreams,
  type Invocation,
  inputOf,
  outputOf,
  penOf,
  print,
  tellMapping,
  tellTotals,
  textOf,
} from "./invocation.js";
import { readingOptions } from "./reading-options.js";
import { DEMO_FILE, reportFile } from "./report-file.js";
import { runAnalyze } from "./run-analyze.js";
import { runEvaluate, runTrain } from "./run-learning.js";
import { mergeFiles, summarizeFiles } from "./summarize-files.js";

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
    return await runSubcommand({ ...line, streams, voice, signal });
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

async function runSubcommand(invocation: Invocation): Promise<number> {
  switch (invocation.command) {
    case "analyze":
      return await runAnalyze(invocation);
    case "summarize":
      return await runSummarize(invocation);
    case "merge":
      await mergeFiles(invocation.inputs.map(inputOf(invocation)), {
        out: outputOf(invocation, "out") ?? invocation.streams.stdout,
        ...invocation,
      });
      return 0;
    case "train":
      return await runTrain(invocation);
    case "evaluate":
      return await runEvaluate(invocation);
    default:
      return await runReport(invocation);
  }
}

async function runSummarize(invocation: Invocation): Promise<number> {
  const { totals } = await summarizeFiles(invocation.inputs.map(inputOf(invocation)), {
    out: outputOf(invocation, "out") ?? invocation.streams.stdout,
    onReject: invocation.voice.tellReject,
    onProgress: invocation.voice.tellProgress,
    allowEmpty: invocation.given["allow-empty"] === true,
    signal: invocation.signal,
  });
  return tellTotals(totals, "counted", invocation);
}

async function runReport(invocation: Invocation): Promise<number> {
  const { given, voice, streams, signal } = invocation;
  const demo = invocation.inputs.length === 0;
  if (demo) voice.say("no file given, so this reads the demo verbatims of an invented shop (datasets/demo.csv)");
  const [source = DEMO_FILE] = invocation.inputs.map(inputOf(invocation));
  const out = outputOf(invocation, "out") ?? "report.html";
  const title = textOf(given.title);
  // Any other word is refused by the report's own check.
  const reportLanguage = textOf(given["report-language"]) as "en" | "tr" | undefined;
  const { content, summary, totals } = await reportFile(source, {
    ...readingOptions(given),
    out,
    rejects: outputOf(invocation, "rejects"),
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
    const told = { title, language: reportLanguage, rejected: totals.rejected, ...penOf(streams) };
    await print(streams, toTerminal(summary, told));
    voice.say(`the whole story is in ${excerpt(out, 200)}`);
  }
  return content === "summary" ? 0 : tellTotals(totals, "counted", invocation);
}
