import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { runBuilt, startBuilt } from "../built-command.js";
import { readLines, useFolder } from "../command-run.js";
import { csvReviews } from "../many-reviews.js";

const folder = useFolder();
const reviews = csvReviews(40_000);

/** Starts a run and waits until it has saved how far it is. */
async function startRun(out: string): Promise<ReturnType<typeof startBuilt>> {
  const file = folder.write("a.csv", reviews);
  const started = startBuilt(["analyze", file, "--out", out, "--workers", "2", "--range-bytes", "30000"]);
  while (!existsSync(`${out}.checkpoint/state.json`)) await sleep(5);
  return started;
}

describe("an input that changes while it is read", { timeout: 60_000 }, () => {
  it.each([
    ["grows", (file: string) => appendFileSync(file, "k-1,5,Late\n")],
    ["shrinks", (file: string) => truncateSync(file, reviews.length / 2)],
  ])("because it %s ends the run with one clear line, and no output", async (_what, change) => {
    const { ended } = await startRun(folder.path("out.jsonl"));
    change(folder.path("a.csv"));
    const { code, last } = await ended;
    expect([code, existsSync(folder.path("out.jsonl"))]).toEqual([2, false]);
    expect(last).toMatch(/a\.csv: expected a file that stays as it is while it is read.*--restart\.$/);
  });
});

describe("an output that cannot be written to its end", { timeout: 120_000 }, () => {
  it("because its folder vanishes ends the run with one clear line", async () => {
    mkdirSync(folder.path("results"));
    const { ended } = await startRun(folder.path("results/out.jsonl"));
    rmSync(folder.path("results"), { recursive: true });
    const { code, last } = await ended;
    expect([code, last]).toEqual([
      2,
      expect.stringMatching(/expected a writable file, got a folder that is not there/),
    ]);
  });

  it.skipIf(!canMount())("because the disk is full goes on when there is room (needs root, to mount one)", async () => {
    const small = folder.path("small");
    mountSmallDisk(small);
    try {
      const file = folder.write("a.csv", csvReviews(10_000));
      const words = ["analyze", file, "--workers", "2", "--range-bytes", "30000", "--out"];
      const full = await runBuilt([...words, `${small}/out.jsonl`]);
      expect([full.code, full.last]).toEqual([2, expect.stringMatching(/got a full disk\. Make room/)]);
      execFileSync("mount", ["-o", "remount,size=64m", small]);
      expect((await runBuilt([...words, `${small}/out.jsonl`])).code).toBe(1);
      await runBuilt([...words, folder.path("out.jsonl")]);
      expect(readFileSync(`${small}/out.jsonl`).equals(readFileSync(folder.path("out.jsonl")))).toBe(true);
    } finally {
      execFileSync("umount", ["-l", small]);
    }
  });

  it("because its reader goes away ends the run quietly, as head does", async () => {
    const file = folder.write("a.csv", reviews);
    const { child, ended } = startBuilt(["analyze", file, "--workers", "2", "--range-bytes", "30000"]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, err } = await ended;
    expect([code, err.trimEnd().split("\n").length]).toEqual([0, 1]);
  });
});

describe("a row of 200 MB", { timeout: 120_000 }, () => {
  it.each([
    ["CSV", "a.csv", "id,text\n1,Fine\n2,", "\n3,Late\n"],
    ["CSV in quotes that are never closed", "a.csv", 'id,text\n1,Fine\n2,"', "\n3,Late\n"],
    ["JSON lines", "a.jsonl", '{"text":"Fine"}\n{"text":"', '"}\n{"text":"Late"}\n'],
  ])("of %s is rejected, and memory stays far below it", async (_what, name, before, after) => {
    const file = folder.write(name, before);
    const opened = openSync(file, "a");
    const piece = Buffer.alloc(10_000_000, "x");
    for (let i = 0; i < 20; i++) writeSync(opened, piece);
    writeSync(opened, after);
    const rejects = folder.path("rejects.jsonl");
    const { child, ended } = startBuilt([
      "analyze",
      file,
      "-o",
      folder.path("o"),
      "--rejects",
      rejects,
      "--workers",
      "2",
    ]);
    let peakKb = 0;
    const watch = setInterval(() => {
      peakKb = Math.max(peakKb, peakOf(child.pid));
    }, 20);
    const { code, last } = await ended;
    clearInterval(watch);
    expect([code, last]).toEqual([1, "verbatims: rows: 3 read, 2 written, 1 rejected"]);
    expect(readLines(readFileSync(rejects, "utf8"))).toMatchObject([{ row: 2, offset: before.lastIndexOf("\n") + 1 }]);
    expect(peakKb).toBeLessThan(400_000);
  });
});

describe("too many rejects", () => {
  it("end the run with the count and the first of them, and keep what is done", async () => {
    const file = folder.write("a.csv", csvReviews(5000));
    const words = ["analyze", file, "-o", folder.path("o"), "--workers", "2", "--range-bytes", "9000"];
    const stopped = await runBuilt([...words, "--max-rejects", "1%"]);
    expect(stopped.last).toMatch(
      /expected at most 1%, got \d+ of \d+ rows; the first on line \d+: rating: .*--max-rejects\.$/,
    );
    expect([stopped.code, readdirSync(folder.path(".")).sort()]).toEqual([2, ["a.csv", "o.checkpoint"]]);
    const { code, err } = await runBuilt([...words, "--max-rejects", "100"]);
    expect([code, /goes on after \d+ rows/.test(err)]).toEqual([1, true]);
  });

  it("are none where they are as many as may be", async () => {
    const file = folder.write("a.csv", csvReviews(500));
    const { code } = await runBuilt(["analyze", file, "-o", folder.path("o"), "--max-rejects", "10"]);
    expect(code).toBe(1);
  });
});

/** Most memory that a process has had so far, in kB; 0 where nobody tells. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Mounts a disk of 1 MB in memory at a folder. */
function mountSmallDisk(place: string): void {
  mkdirSync(place, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "verbatims", place], { stdio: "ignore" });
}

/** Whether this process may mount a disk. */
function canMount(): boolean {
  const place = join(tmpdir(), `verbatims-disk-${process.pid}`);
  try {
    mountSmallDisk(place);
    execFileSync("umount", [place]);
    return true;
  } catch {
    return false;
  }
}
