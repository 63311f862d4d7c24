import type { KillRounds } from "./kill-rounds.js";

/** One way to run the command, several times. */
export interface Pace {
  readonly workers: number;
  /** Fastest and median wall time. */
  readonly fastestSeconds: number;
  readonly medianSeconds: number;
  readonly rowsPerSecond: number;
  /** Processor time of the fastest run, all threads together. */
  readonly cpuSeconds: number;
  /** The main thread's share of the processor time of the process, in the fastest run. */
  readonly mainShare: number;
}

/** Memory over a long run with two workers. */
export interface LongRun {
  readonly rows: number;
  readonly seconds: number;
  readonly peakRssMb: number;
  /** Mean of the second and of the last quarter of the run. */
  readonly secondQuarterMb: number;
  readonly lastQuarterMb: number;
  readonly slopeMbPerMillionRows: number;
}

/** What the scale benchmark found. */
export interface ScaleReport {
  readonly date: string;
  readonly version: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  /** Load of the machine (one minute) when it began and ended: above 0.5, others were at work too. */
  readonly load: readonly [before: number, after: number];
  readonly rows: number;
  readonly rounds: number;
  readonly paces: readonly Pace[];
  /** Wall time of one worker to that of two, the fastest of each. */
  readonly speedup: number;
  readonly long: LongRun | null;
  readonly kills: KillRounds | null;
}

/** Tells the report in Markdown. */
export function toScaleMarkdown(report: ScaleReport): string {
  const { date, version, node, processor, cores, load, rows, rounds, paces, speedup, long, kills } = report;
  const lines = paces.map(
    ({ workers, fastestSeconds, medianSeconds, rowsPerSecond, cpuSeconds, mainShare }) =>
      `| ${workers} | ${fastestSeconds.toFixed(2)} | ${medianSeconds.toFixed(2)} | ${Math.round(rowsPerSecond)} | ${cpuSeconds.toFixed(2)} | ${workers > 1 ? percent(mainShare) : "–"} |`,
  );
  const memory =
    long === null
      ? "Not measured in this run."
      : `${long.rows} rows in ${Math.round(long.seconds)} s with two workers: at most ${Math.round(long.peakRssMb)} MB (RSS of the process); ` +
        `${Math.round(long.secondQuarterMb)} MB on average in the second quarter, ${Math.round(long.lastQuarterMb)} MB in the last: ` +
        `${long.slopeMbPerMillionRows.toFixed(1)} MB a million rows.`;
  const killed =
    kills === null
      ? "Not measured in this run."
      : `${kills.identical} of ${kills.rounds} rounds ended with the bytes of an undisturbed run, after ${kills.kills} kills in all.`;
  return `# Scale

Made by \`npm run scale\`: verbatims ${version}, Node ${node}, ${cores} cores (${processor}), ${date}. Load of the machine: ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.

## Workers

${rows} rows, made by repeating the demo verbatims; ${rounds} runs each, in turns; start and end of the process included.

| workers | fastest, s | median, s | rows/s | processor time, s | main thread's share of it |
|---|---|---|---|---|---|
${lines.join("\n")}

Two workers are **${speedup.toFixed(2)}×** as fast as one.

## Memory

${memory}

## kill -9 and on again

${killed}
`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
