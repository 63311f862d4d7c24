/**
 * Measures the command at scale: `npm run scale -- [--rows 500000] [--rounds 3] [--long 1000000] [--kills 10]`.
 *
 * Two workers against one, the main thread's share of the processor time, memory over a long run, and random kill -9 with going on
 * after it. Prints the result and writes it to benchmarks/scale/ as JSON and Markdown. `--long 10000000` is the run that the issue of
 * memory is about (about 12 GB of output, for a while); `--long 0` and `--kills 0` leave these parts out.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { VERSION } from "../src/core/version.js";
import { type KillRounds, runKillRounds } from "./scale/kill-rounds.js";
import { makeDump } from "./scale/make-dump.js";
import { type CommandRun, watchCommand } from "./scale/run-command.js";
import { type LongRun, type Pace, type ScaleReport, toScaleMarkdown } from "./scale/scale-report.js";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "500000" },
    rounds: { type: "string", default: "3" },
    long: { type: "string", default: "1000000" },
    kills: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
  },
});
const [rows, rounds, long, kills] = [values.rows, values.rounds, values.long, values.kills].map(Number) as [
  number,
  number,
  number,
  number,
];
const folder = mkdtempSync(join(tmpdir(), "verbatims-scale-"));
const [loadBefore = 0] = loadavg();

try {
  const dump = join(folder, "dump.csv");
  await makeDump(dump, rows);
  const runs = new Map<number, CommandRun[]>([
    [1, []],
    [2, []],
  ]);
  for (let round = 0; round < rounds; round++) {
    for (const [workers, found] of runs) {
      const run = await watchCommand(["analyze", dump, "-o", join(folder, "out.jsonl"), "--workers", String(workers)]);
      if (run.code !== 0) throw new Error(`the command ended with ${run.code}: ${run.err}`);
      found.push(run);
    }
  }
  const paces = [...runs].map(([workers, found]) => toPace(workers, found));
  const [one, two] = paces;
  const report: ScaleReport = {
    date: new Date().toISOString().slice(0, 10),
    version: VERSION,
    node: process.version,
    processor: cpus()[0]?.model ?? "an unknown processor",
    cores: availableParallelism(),
    load: [loadBefore, loadavg()[0] ?? 0],
    rows,
    rounds,
    paces,
    speedup: (one?.fastestSeconds ?? 0) / (two?.fastestSeconds ?? 1),
    long: long > 0 ? await measureLongRun(long) : null,
    kills: kills > 0 ? await measureKills(kills) : null,
  };
  const markdown = toScaleMarkdown(report);
  const results = join(import.meta.dirname, "scale");
  writeFileSync(join(results, "scale.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(results, "scale.md"), markdown);
  process.stdout.write(markdown);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function toPace(workers: number, runs: readonly CommandRun[]): Pace {
  const sorted = [...runs].sort((a, b) => a.seconds - b.seconds);
  const fastest = sorted[0];
  if (fastest === undefined) throw new Error("scale: expected one round or more");
  return {
    workers,
    fastestSeconds: fastest.seconds,
    medianSeconds: sorted[sorted.length >> 1]?.seconds ?? fastest.seconds,
    rowsPerSecond: rows / fastest.seconds,
    cpuSeconds: fastest.cpuSeconds,
    mainShare: fastest.mainSeconds / fastest.cpuSeconds,
  };
}

/** Memory from the start of a long run to its end. */
async function measureLongRun(count: number): Promise<LongRun> {
  const dump = join(folder, "long.csv");
  await makeDump(dump, count);
  const run = await watchCommand(["analyze", dump, "-o", join(folder, "out.jsonl"), "--workers", "2"]);
  rmSync(dump);
  rmSync(join(folder, "out.jsonl"), { force: true });
  if (run.code !== 0) throw new Error(`the command ended with ${run.code}: ${run.err}`);
  const quarter = run.rssMb.length >> 2;
  const second = mean(run.rssMb.slice(quarter, 2 * quarter));
  const last = mean(run.rssMb.slice(3 * quarter));
  return {
    rows: count,
    seconds: run.seconds,
    peakRssMb: Math.max(...run.rssMb),
    secondQuarterMb: second,
    lastQuarterMb: last,
    // From the middle of the second quarter to that of the last is half of the rows.
    slopeMbPerMillionRows: (last - second) / (count / 2 / 1e6),
  };
}

async function measureKills(count: number): Promise<KillRounds> {
  const dump = join(folder, "kills.csv");
  await makeDump(dump, Math.min(rows, 50_000));
  const [out, rejects] = [join(folder, "kills.jsonl"), join(folder, "kills-rejects.jsonl")];
  const words = ["analyze", dump, "--out", out, "--rejects", rejects, "--workers", "2"];
  const undisturbed = await watchCommand(words);
  return await runKillRounds(words, [out, rejects], count, undisturbed.seconds * 1000, Number(values.seed));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}
