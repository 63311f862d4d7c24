import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { DEMO_FILE, readVerbatimsFile } from "../../src/work/index.js";
import { run, useFolder } from "./command-run.js";

const cli = resolve(import.meta.dirname, "../../src/cli.ts");
const folder = useFolder();
/** How a shell calls the command, run from its source. */
const VERBATIMS = [process.execPath, "--import", import.meta.resolve("tsx"), cli].join(" ");

// moreutils has a program of this name too, which cuts no pipes.
const HAS_PARALLEL =
  spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU parallel") === true;
if (!HAS_PARALLEL) console.warn("skipped: tests of pipes need GNU parallel (Debian: apt-get install parallel)");

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of shell, `verbatims` being the command, with `input` as its standard input. */
async function shell(line: string, input: string): Promise<Ended> {
  const child = spawn("bash", ["-c", `set -o pipefail; ${line.replaceAll("verbatims", VERBATIMS)}`], {
    cwd: folder.path("."),
    env: { ...process.env, HOME: folder.path(".") },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  const ended = new Promise<number>((settle) => child.once("close", settle));
  // A command that ends early leaves the rest unread.
  await pipeline(Readable.from([input]), child.stdin).catch(() => undefined);
  const code = await ended;
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** The demo verbatims as JSON lines. */
async function demoLines(): Promise<string> {
  const lines: string[] = [];
  for await (const record of readVerbatimsFile(DEMO_FILE)) if (record.ok) lines.push(JSON.stringify(record.verbatim));
  return `${lines.join("\n")}\n`;
}

const FILTER = "verbatims analyze - --format jsonl --allow-empty --out -";

describe.skipIf(!HAS_PARALLEL)("GNU parallel", () => {
  it("gives with four pipes the bytes of one run: the analyses in order, and the summary that is merged", async () => {
    const input = await demoLines();
    const one = await run(["analyze", "-", "--format", "jsonl"], input);
    const whole = await run(["summarize", "-"], one.out);
    const map = `${FILTER} | tee scored-{#}.jsonl | verbatims summarize - --allow-empty --out -`;
    const { code, out, err } = await shell(`parallel --pipe -N 155 -j 2 '${map}' | verbatims merge - --out -`, input);
    expect([code, out]).toEqual([0, whole.out]);
    const parts = [1, 2, 3, 4].map((part) => readFileSync(folder.path(`scored-${part}.jsonl`), "utf8"));
    expect(parts.join("") === one.out).toBe(true);
    // Four maps, each with its own words, and no progress among them.
    expect(err.match(/rows: \d+ read, \d+ written/g)).toHaveLength(4);
    expect(err).not.toContain("\r");
  }, 120_000);
});

describe("the filter in a pipe", () => {
  it("reads no further while nobody takes its analyses", async () => {
    const line = `${JSON.stringify({ id: "r-1", text: "The courier left the parcel in the rain" })}\n`;
    const child = spawn("bash", ["-c", FILTER.replaceAll("verbatims", VERBATIMS)], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    child.stdin.on("error", () => undefined);
    // 24 MB of verbatims, whose analyses are ten times as long: more than every buffer on the way holds.
    child.stdin.write(line.repeat(350_000));
    await new Promise((settle) => child.stdout.once("readable", settle));
    let unsent = -1;
    while (unsent !== child.stdin.writableLength) {
      unsent = child.stdin.writableLength;
      await wait(500);
    }
    expect(unsent).toBeGreaterThan(20_000_000);
    child.stdout.destroy();
    const code = await new Promise((settle) => child.once("close", settle));
    expect(code).toBe(0);
  }, 60_000);

  it("takes an empty part as it comes and fails on a broken one, so that an engine can tell", async () => {
    const empty = await shell(FILTER, "");
    const binary = await shell(FILTER, "\u0000\u0001\u0002".repeat(100));
    expect([empty.code, empty.out, binary.code]).toEqual([0, "", 2]);
  });
});
