/**
 * Measures the HTTP service of examples/service under load: `npm run service-bench -- [--seconds 8] [--rows 20000]`.
 *
 * Prints the result and writes it to benchmarks/service/ as JSON and Markdown.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { VERSION } from "../src/index.js";
import { DEMO_FILE, readVerbatimsFile } from "../src/work/index.js";
import { runBatch } from "./service/batch-load.js";
import { type Load, runClosedLoad, runOpenLoad } from "./service/load.js";
import { type ServiceReport, toServiceMarkdown } from "./service/service-report.js";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "8" }, rows: { type: "string", default: "20000" } },
});
const ms = Number(values.seconds) * 1000;
const rows = Number(values.rows);

const busy = loadavg()[0] ?? 0;
const texts: string[] = [];
for await (const record of readVerbatimsFile(DEMO_FILE)) if (record.ok) texts.push(record.verbatim.text);

const server = join(import.meta.dirname, "../examples/service/server.ts");
const service = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), server], {
  env: { ...process.env, PORT: "0" },
  stdio: ["ignore", "ignore", "pipe"],
});
const url = await new Promise<string>((settle, fail) => {
  service.stderr.on("data", (chunk) => {
    const found = /listening on (\S+)/.exec(String(chunk))?.[1];
    if (found !== undefined) settle(found);
  });
  service.once("exit", () => fail(new Error("the service ended before it listened")));
});

try {
  await runClosedLoad(url, 8, texts, Math.min(ms, 3000));
  const loads: Load[] = [];
  for (const clients of [1, 8, 32]) loads.push(await runClosedLoad(url, clients, texts, ms));
  // What one closed client reaches is far from the most the service can do, so that a queue is the exception.
  const most = Math.max(...loads.map(({ perSecond }) => perSecond));
  for (const share of [0.25, 0.5]) {
    const rate = Math.max(1, Math.round(most * share));
    loads.push(await runOpenLoad(url, rate, texts, ms));
  }
  const rate = Math.max(1, Math.round(most * 0.1));
  let probing = true;
  const beside = runOpenLoad(url, rate, texts, ms, `${rate} requests a second beside a streaming batch`);
  const probed = beside.finally(() => {
    probing = false;
  });
  while (probing) await runBatch(url, texts, rows);
  loads.push(await probed);
  const report: ServiceReport = {
    date: new Date().toISOString().slice(0, 10),
    version: VERSION,
    node: process.version,
    processor: `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}`,
    texts: `the ${texts.length} demo verbatims (datasets/demo.csv)`,
    secondsEach: ms / 1000,
    busy,
    loads,
    batch: await runBatch(url, texts, rows),
  };
  const markdown = toServiceMarkdown(report);
  const folder = join(import.meta.dirname, "service");
  writeFileSync(join(folder, "service.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, "service.md"), markdown);
  console.log(markdown);
} finally {
  service.kill("SIGTERM");
  await once(service, "exit");
}
