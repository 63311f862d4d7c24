import { availableParallelism } from "node:os";
import { excerpt, VerbatimsError } from "../core/error.js";
import { analyzeFile } from "./analyze-file.js";
import { expandInputs } from "./expand-inputs.js";
import { type Invocation, outputOf, tellMapping, tellTotals, textOf } from "./invocation.js";
import { createJsonProgress } from "./json-progress.js";
import { readingOptions } from "./reading-options.js";
import type { RejectLimit } from "./reject-limit.js";

/** Rejects that are said in full; the others are counted. */
const REJECTS_TOLD = 3;

/** `verbatims analyze`: gives the exit code. */
export async function runAnalyze(invocation: Invocation): Promise<number> {
  const { given, voice, signal, streams } = invocation;
  const inputs = await expandInputs(invocation.inputs);
  if (inputs.length > 1 && inputs.includes("-")) {
    throw wrong("analyze: expected files, or - for standard input alone, got both");
  }
  const progress = given["json-progress"] === true ? createJsonProgress(streams.stderr) : null;
  const out = outputOf(invocation, "out") ?? streams.stdout;
  try {
    const totals = await analyzeFile(inputs[0] === "-" ? streams.stdin : inputs, {
      ...readingOptions(given),
      keepText: given["no-text"] !== true,
      allowEmpty: given["allow-empty"] === true,
      out,
      rejects: outputOf(invocation, "rejects"),
      rejected: textOf(given.rejected),
      summary: textOf(given.summary),
      workers: countOf(given.workers, "workers") ?? availableParallelism(),
      rangeBytes: countOf(given["range-bytes"], "range-bytes"),
      maxRejects: limitOf(textOf(given["max-rejects"])),
      restart: given.restart === true,
      rejectsTold: REJECTS_TOLD,
      onMapping: (mapping) => voice.say(tellMapping(mapping)),
      onReject: voice.tellReject,
      onProgress: progress?.show ?? voice.tellProgress,
      onResume: ({ read }) =>
        voice.say(`goes on after ${read} rows that a run before has done (--restart begins anew)`),
      onKept: () => {
        voice.say(`what is done is kept in ${excerpt(out, 200)}.checkpoint; the same command goes on from there`);
      },
      signal,
    });
    progress?.end();
    return tellTotals(totals, "written", invocation);
  } finally {
    progress?.end();
  }
}

function countOf(value: string | boolean | undefined, option: string): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw wrong(`analyze --${option}: expected a whole number above 0, got ${excerpt(text)}`);
}

function limitOf(text: string | undefined): RejectLimit | undefined {
  // Any other text than a share is refused where the limit is used.
  if (text === undefined || !/^\d{1,15}$/.test(text)) return text as RejectLimit | undefined;
  return Number(text);
}

function wrong(message: string): VerbatimsError {
  return new VerbatimsError("invalid-option", `${message}. See verbatims --help.`, {});
}
