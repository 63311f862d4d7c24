import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { analyzeFile, DEMO_FILE, mergeFiles, summarizeFiles } from "../../src/work/index.js";
import { useFolder } from "../work/command-run.js";

const script = resolve(import.meta.dirname, "../../examples/cluster/array-task.ts");
const folder = useFolder();

async function runTask(environment: Record<string, string>): Promise<unknown> {
  const words = ["--import", import.meta.resolve("tsx"), script, DEMO_FILE, folder.path("out")];
  const child = spawn(process.execPath, words, { env: { ...process.env, ...environment }, stdio: "ignore" });
  return (await once(child, "exit"))[0];
}

it("the tasks of an array, as Slurm and AWS Batch number them, give the bytes of one run", async () => {
  await analyzeFile(DEMO_FILE, { out: folder.path("one.jsonl") });
  await summarizeFiles([folder.path("one.jsonl")], { out: folder.path("one.json") });
  const slurm = { SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_COUNT: "3" };
  const codes = await Promise.all([
    runTask({ ...slurm, SLURM_ARRAY_TASK_ID: "1" }),
    runTask({ ...slurm, SLURM_ARRAY_TASK_ID: "2" }),
    runTask({ AWS_BATCH_JOB_ARRAY_INDEX: "2", AWS_BATCH_JOB_ARRAY_SIZE: "3" }),
    runTask({ AWS_BATCH_JOB_ARRAY_INDEX: "3", AWS_BATCH_JOB_ARRAY_SIZE: "3" }),
  ]);
  expect(codes).toEqual([0, 0, 0, 2]);
  const names = readdirSync(folder.path("out")).sort();
  const paths = (pattern: RegExp): string[] =>
    names.filter((name) => pattern.test(name)).map((name) => folder.path(`out/${name}`));
  const scored = paths(/\d\.jsonl$/).map((path) => readFileSync(path, "utf8"));
  expect([scored.length, scored.join("") === readFileSync(folder.path("one.jsonl"), "utf8")]).toEqual([3, true]);
  await mergeFiles(paths(/summary/), { out: folder.path("merged.json") });
  expect(readFileSync(folder.path("merged.json"), "utf8")).toBe(readFileSync(folder.path("one.json"), "utf8"));
}, 60_000);
