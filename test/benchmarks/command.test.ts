import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Runs the command of `npm run eval` with options that end it before it measures anything. */
function runEval(...options: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const command = ["--import", "tsx", join(root, "benchmarks/accuracy.ts"), ...options];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  return { status, stderr };
}

describe("npm run eval", () => {
  it("refuses a table and a set that it does not know, and lists those it knows", () => {
    expect(runEval("--table", "all")).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^--table: expected one of shipped, learner, got all\..*\n$/),
    });
    expect(runEval("--table", "learner", "--only", "gold")).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^--only: expected one of imdb, sst2, .*, got gold\..*\n$/),
    });
  });

  it("refuses an unknown option by name", () => {
    expect(runEval("--dada", "x")).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^Unknown option '--dada'.*\n$/),
    });
  });

  it("says where it looked for the data, and writes nothing", () => {
    const folder = mkdtempSync(join(tmpdir(), "verbatims-eval-"));
    const { status, stderr } = runEval("--data", folder, "--table", "shipped", "--only", "uci_yelp_sentences");
    expect(status).toBe(2);
    expect(stderr).toContain(`${folder}/en/uci_yelp_sentences.all.jsonl.gz: expected a file of the evaluation data`);
    expect(stderr).not.toMatch(/\n\s+at /);
    // Fails where anything was written.
    rmdirSync(folder);
  });
});
