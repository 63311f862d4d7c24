import type { BatchLoad } from "./batch-load.js";
import type { Load } from "./load.js";

/** All that one run of the benchmark found. */
export interface ServiceReport {
  readonly date: string;
  readonly version: string;
  readonly node: string;
  readonly processor: string;
  readonly texts: string;
  readonly secondsEach: number;
  /** Processes that wanted a core in the minute before, other work on the machine alone. */
  readonly busy: number;
  readonly loads: readonly Load[];
  readonly batch: BatchLoad;
}

/** Tells a run as Markdown. */
export function toServiceMarkdown(report: ServiceReport): string {
  const rows = report.loads.map(
    ({ name, requests, perSecond, failed, p50Ms, p95Ms, p99Ms, maxMs }) =>
      `| ${name} | ${requests} | ${perSecond.toFixed(0)} | ${[p50Ms, p95Ms, p99Ms, maxMs].map((ms) => ms.toFixed(1)).join(" | ")} | ${failed} |`,
  );
  return `# The HTTP service under load

${report.date}, verbatims ${report.version}, Node ${report.node}, ${report.processor}. Made by \`npm run service-bench\`: the service of
examples/service as one process, the load from another on the same machine. Texts: ${report.texts}. ${report.secondsEach} seconds each, after a warm-up. Other
work on the machine lengthens all times, the longest most: in the minute before, ${report.busy.toFixed(1)} processes wanted a core (load average).

## POST /analyze

| load | requests | a second | p50 ms | p95 ms | p99 ms | longest ms | failed |
|---|--:|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}

At a fixed rate the time counts from when a request was due, so that what it waits behind others is in it.

## POST /analyze-batch

${report.batch.rows} rows in one streamed body: ${report.batch.perSecond.toFixed(0)} rows a second, back over HTTP.
`;
}
