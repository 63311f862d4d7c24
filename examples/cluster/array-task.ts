/**
 * One task of an array, as Slurm and AWS Batch number them: scores its share of a file, `tsx examples/cluster/array-task.ts reviews.csv out/`.
 *
 * Writes `part-000003.jsonl`, `part-000003.rejects.jsonl` and `part-000003.summary.json`. In the order of their names, the parts are the file.
 * Elsewhere set `TASK` (from 0) and `TASKS`.
 */
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { scoreRange } from "verbatims/work";

const { env } = process;
const task = Number(
  env.TASK ?? env.AWS_BATCH_JOB_ARRAY_INDEX ?? Number(env.SLURM_ARRAY_TASK_ID) - Number(env.SLURM_ARRAY_TASK_MIN),
);
const tasks = Number(env.TASKS ?? env.AWS_BATCH_JOB_ARRAY_SIZE ?? env.SLURM_ARRAY_TASK_COUNT);
const [file, out] = process.argv.slice(2);
if (file === undefined || out === undefined || !(task >= 0 && task < tasks)) {
  console.error(
    `array-task: expected a file, a folder, and a task within its tasks, got ${file}, ${out}, ${task} of ${tasks}.`,
  );
  process.exit(2);
}

const { size } = await stat(file);
const edge = (number: number): number => Math.floor((size * number) / tasks);
const stem = join(out, `part-${String(task).padStart(6, "0")}`);
await mkdir(out, { recursive: true });
const { totals, summary } = await scoreRange(
  file,
  { start: edge(task), end: edge(task + 1) },
  { out: `${stem}.jsonl`, rejects: `${stem}.rejects.jsonl` },
);
await writeFile(`${stem}.summary.json`, `${JSON.stringify(summary)}\n`);
console.error(
  `array-task: task ${task} of ${tasks}: ${totals.read} rows read, ${totals.written} written, ${totals.rejected} rejected`,
);
