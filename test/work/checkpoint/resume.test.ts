import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Ended, runBuilt, startBuilt } from "../built-command.js";
import { useFolder } from "../command-run.js";
import { csvReviews } from "../many-reviews.js";

const folder = useFolder();
const ROWS = 40_000;
const reviews = csvReviews(ROWS);
const state = (): string => folder.path("out.jsonl.checkpoint/state.json");

const words = (file: string, ...more: readonly string[]): string[] => [
  ...["analyze", file, "--out", folder.path("out.jsonl"), "--rejects", folder.path("rejects.jsonl")],
  ...["--summary", folder.path("summary.json"), "--range-bytes", "30000", ...more],
];

const outputs = (): string[] =>
  ["out.jsonl", "rejects.jsonl", "summary.json"].map((name) => readFileSync(folder.path(name), "utf8"));

/** Starts the command, and ends it in the midst of its work: when it has saved how far it is. */
async function breakOff(file: string, signal: NodeJS.Signals, more: readonly string[] = []): Promise<Ended> {
  const { child, ended } = startBuilt(words(file, ...more));
  while (!existsSync(state()) && child.exitCode === null) await sleep(5);
  child.kill(signal);
  return await ended;
}

describe("a run that is broken off", () => {
  it("by kill -9, again and again, ends with the bytes of an undisturbed run", { timeout: 240_000 }, async () => {
    const file = folder.write("a.csv", reviews);
    await runBuilt(words(file, "--workers", "1"));
    const undisturbed = outputs();
    for (const name of ["out.jsonl", "rejects.jsonl", "summary.json"]) rmSync(folder.path(name));
    let kills = 0;
    for (let waitMs = 600; ; waitMs += 150) {
      const { child, ended } = startBuilt(words(file, "--workers", "2"));
      const timer = setTimeout(() => child.kill("SIGKILL"), waitMs);
      const { code, last } = await ended;
      clearTimeout(timer);
      if (code === null) {
        kills++;
        expect(existsSync(folder.path("out.jsonl"))).toBe(false);
        continue;
      }
      expect([code, last]).toEqual([
        1,
        `verbatims: rows: ${ROWS} read, ${(ROWS / 50) * 49} written, ${ROWS / 50} rejected`,
      ]);
      break;
    }
    expect(kills).toBeGreaterThan(1);
    expect(outputs()).toEqual(undisturbed);
    expect(readdirSync(folder.path(".")).sort()).toEqual(["a.csv", "out.jsonl", "rejects.jsonl", "summary.json"]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s says so, keeps what is done, and goes on", { timeout: 120_000 }, async (signal, exit) => {
    const file = folder.write("a.csv", reviews);
    const { code, err, last } = await breakOff(file, signal, ["--workers", "2"]);
    expect([code, last]).toEqual([exit, "verbatims: stopped before the end"]);
    expect(err).toContain("out.jsonl.checkpoint; the same command goes on from there");
    const done = JSON.parse(readFileSync(state(), "utf8")).totals.read;
    const again = await runBuilt(words(file, "--workers", "1"));
    expect(again.err).toContain(`goes on after ${done} rows`);
    expect(again.last).toContain(`rows: ${ROWS} read`);
  });

  it("of gzip goes on within it", { timeout: 120_000 }, async () => {
    const { gzipSync } = await import("node:zlib");
    const file = folder.write("a.csv.gz", gzipSync(reviews));
    await runBuilt(words(file));
    const undisturbed = outputs();
    expect((await breakOff(file, "SIGKILL")).signal).toBe("SIGKILL");
    const again = await runBuilt(words(file));
    expect(again.err).toMatch(/goes on after [1-9]\d* rows/);
    expect(outputs()).toEqual(undisturbed);
  });

  it("keeps another run away from its files while it goes on", { timeout: 60_000 }, async () => {
    const file = folder.write("a.csv", reviews);
    const { child, ended } = startBuilt(words(file));
    while (!existsSync(state())) await sleep(5);
    const { code, last } = await runBuilt(words(file));
    expect([code, last]).toEqual([
      2,
      expect.stringMatching(`expected no other run that writes it, got process ${child.pid}`),
    ]);
    child.kill("SIGKILL");
    await ended;
  });
});

describe("what goes on otherwise than it was broken off", () => {
  it.each([
    [
      "an input that grew",
      (file: string) => appendFileSync(file, "k-1,5,Late\n"),
      [],
      /a\.csv had \d+ bytes, and has \d+ now/,
    ],
    ["an input that was touched", (file: string) => utimesSync(file, 1, 1), [], /a\.csv was written to in between/],
    ["another option", () => undefined, ["--no-text"], /keepText was true, and is false now/],
    ["another column", () => undefined, ["--text", "id"], /columns was/],
    [
      "another model",
      () => {
        const found = JSON.parse(readFileSync(state(), "utf8"));
        found.key.models[0] = "en-0.0.1-00000000";
        folder.write("out.jsonl.checkpoint/state.json", JSON.stringify(found));
      },
      [],
      /models en-0\.0\.1-00000000, /,
    ],
    [
      "an output that is gone",
      () => rmSync(folder.path("out.jsonl.checkpoint/out.part")),
      [],
      /out\.part has 0 bytes of \d+/,
    ],
    [
      "a checkpoint that is none",
      () => folder.write("out.jsonl.checkpoint/state.json", "{}"),
      [],
      /got something else/,
    ],
  ] as const)("is refused for %s, until told to begin anew", { timeout: 90_000 }, async (_what, change, more, says) => {
    const file = folder.write("a.csv", reviews);
    await breakOff(file, "SIGKILL");
    change(file);
    const refused = await runBuilt(words(file, ...more));
    expect([refused.code, refused.last]).toEqual([2, expect.stringMatching(says)]);
    expect(refused.last).toContain("--restart");
    const anew = await runBuilt(words(file, ...more, "--restart"));
    expect([anew.code, existsSync(state())]).toEqual([1, false]);
  });
});
