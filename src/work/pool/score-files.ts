import { excerpt, VerbatimsError } from "../../core/error.js";
import { VERSION } from "../../core/version.js";
import { checkIntakeOptions } from "../../intake/intake-options.js";
import { createAnalyzer } from "../../meaning/analyzer.js";
import type { AnalyzeFileOptions } from "../analyze-file.js";
import { openFileTarget } from "../checkpoint/open-file-target.js";
import { openStreamTarget } from "../checkpoint/open-stream-target.js";
import { isFilePlace } from "../checkpoint/run-files.js";
import { type InputIdentity, identifyInput } from "../checkpoint/run-key.js";
import { type RunProgress, startProgress } from "../checkpoint/run-progress.js";
import type { RunTarget } from "../checkpoint/run-target.js";
import { identifyFile } from "../file-identity.js";
import { openOutput } from "../open-output.js";
import type { RejectWatch } from "../reject-limit.js";
import type { WorkTotals } from "../work-totals.js";
import { createLocalEngine } from "./local-engine.js";
import { countLostRanges } from "./lost-ranges.js";
import { nameModels } from "./name-models.js";
import type { EngineSettings, RangeEngine, RangeTask } from "./range-engine.js";
import { type RangeRun, runRanges } from "./run-ranges.js";
import { createThreadEngine, type StartThread, startThread, ThreadDeath } from "./thread-engine.js";

/** Bytes of input that are scored at once. */
const RANGE_BYTES = 1 << 18;

/**
 * Analyses files by ranges, in this thread or several; see `analyzeFile`.
 *
 * @param start how threads are started; `null` for this thread alone
 */
export async function scoreFiles(
  paths: readonly string[],
  options: AnalyzeFileOptions,
  watch: RejectWatch,
  start: StartThread | null = startThread,
): Promise<WorkTotals> {
  const { workers = 1, rangeBytes = RANGE_BYTES, signal, summary } = options;
  checkCount("workers", workers);
  checkCount("rangeBytes", rangeBytes);
  const { settings, written } = readSettings(paths, options, rangeBytes);
  const identities: InputIdentity[] = [];
  for (const path of paths) identities.push(await identifyInput(path));
  const taken = await Promise.all(paths.map((path) => identifyFile(path)));
  const key = { version: VERSION, inputs: identities, options: written };
  let engines: RangeEngine[] = [];
  const models = async (): Promise<string[]> => (await engines[0]?.models().catch(() => null)) ?? nameModels();
  const target = await openTarget(options, taken, { ...key, models });
  const progress = startProgress(target.before, settings.withSummary);
  try {
    if (target.before !== null) options.onResume?.(progress.totals());
    if (target.before?.done !== true) await scoreAll(target, progress);
    watch.check(progress.totals(), true);
    if (summary !== undefined) await writeSummary(summary, progress, taken);
    await target.commit(progress);
    return progress.totals();
  } catch (error) {
    if (await target.leave(progress)) options.onKept?.();
    throw error;
  }

  async function scoreAll({ out, rejects, take, save }: RunTarget, sum: RunProgress): Promise<void> {
    const parts = { ...settings, out, rejects };
    const ranges = identities.reduce((count, { size }) => count + Math.ceil(size / rangeBytes), 0);
    const threads = start === null ? 1 : Math.min(workers, ranges);
    const sizes = identities.map(({ size }) => size);
    const lost = countLostRanges(parts);
    let failed: RangeTask | null = null;
    const size = sizes.reduce((bytes, each) => bytes + each, 0);
    const bytesBefore = (input: number): number => sizes.slice(0, input).reduce((bytes, each) => bytes + each, 0);
    const startsAt = sum.toState();
    const begun = bytesBefore(startsAt.input) + Math.min(startsAt.place.offset, sizes[startsAt.input] ?? 0);
    options.onProgress?.({ totals: sum.totals(), bytes: begun, size });
    for (;;) {
      engines = startEngines(parts, threads, start);
      const { input, place, outBytes, rejectBytes } = sum.toState();
      const run: RangeRun = {
        inputs: paths.length,
        from: { input, place },
        outBytes,
        rejectBytes,
        take,
        onInput: createMappingTeller(options),
        onPiece: (at, piece) => {
          sum.add(at, piece);
          watch.note(piece.told);
          for (const reject of piece.told) options.onReject?.(reject, paths.length > 1 ? paths[at] : undefined);
          watch.check(sum.totals(), false);
          save(sum);
          options.onProgress?.({ totals: sum.totals(), bytes: bytesBefore(at) + piece.stored, size });
        },
        replace: lost.replace,
        onFailure: (_, task) => {
          failed = task;
        },
        signal,
      };
      try {
        return await runRanges(engines, run);
      } catch (error) {
        if (!(error instanceof ThreadDeath)) throw error;
        lost.note(error.message, failed);
      } finally {
        await Promise.all(engines.map((engine) => engine.close()));
        engines = [];
      }
    }
  }
}

/** What the engines are to do, and which options change what is written. */
function readSettings(
  paths: readonly string[],
  options: AnalyzeFileOptions,
  rangeBytes: number,
): { settings: EngineSettings; written: Readonly<Record<string, unknown>> } {
  const { format, encoding, columns, delimiter, quotes, dateOrder, maxRecordChars } = options;
  const { language = "auto", keepText = true, allowEmpty = false } = options;
  const reading = { format, encoding, columns, delimiter, quotes, dateOrder, maxRecordChars };
  // What is wrong with the options is said before anything is read.
  checkIntakeOptions(reading);
  createAnalyzer({ language, keepText });
  const settings: EngineSettings = {
    inputs: paths,
    reading,
    language,
    keepText,
    allowEmpty,
    withSummary: options.summary !== undefined,
    rangeBytes,
    out: null,
    rejects: null,
    rejectsTold: options.onReject === undefined ? 1 : (options.rejectsTold ?? Number.POSITIVE_INFINITY),
  };
  const { summary, rejects } = options;
  return {
    settings,
    written: { ...reading, language, keepText, summary: summary !== undefined, rejects: typeof rejects === "string" },
  };
}

async function openTarget(
  { out, rejects, restart = false }: AnalyzeFileOptions,
  taken: readonly (string | null)[],
  key: Parameters<typeof openFileTarget>[2],
): Promise<RunTarget> {
  const areFiles =
    typeof out === "string" &&
    (await isFilePlace(out)) &&
    typeof rejects !== "object" &&
    (rejects === undefined || (await isFilePlace(rejects)));
  return areFiles
    ? await openFileTarget({ out, rejects }, taken, key, restart)
    : await openStreamTarget({ out, rejects }, taken);
}

function startEngines(settings: EngineSettings, threads: number, start: StartThread | null): RangeEngine[] {
  if (start === null || threads < 2) return [createLocalEngine(settings)];
  return Array.from({ length: threads }, () => createThreadEngine(settings, start));
}

/** Tells how inputs are understood: the first one, and those that are understood otherwise than the one before. */
function createMappingTeller({ onMapping }: AnalyzeFileOptions): RangeRun["onInput"] {
  let told = "";
  return (_, { shape }) => {
    const now = JSON.stringify(shape.mapping);
    if (now !== told) onMapping?.(shape.mapping);
    told = now;
  };
}

async function writeSummary(path: string, progress: RunProgress, taken: readonly (string | null)[]): Promise<void> {
  const out = await openOutput(path, taken);
  try {
    await out.write(`${JSON.stringify(progress.toSummary())}\n`);
    await out.commit();
  } finally {
    await out.discard();
  }
}

function checkCount(field: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  const received = excerpt(value);
  throw new VerbatimsError(
    "invalid-option",
    `analyzeFile ${field}: expected a whole number above 0, got ${received}. Correct the option.`,
    { field, received },
  );
}
