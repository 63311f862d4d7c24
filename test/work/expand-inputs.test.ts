import { mkdirSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { expandInputs } from "../../src/work/expand-inputs.js";
import { run, useFolder } from "./command-run.js";

const folder = useFolder();
beforeEach(() => {
  mkdirSync(folder.path("logs/2026"), { recursive: true });
  for (const name of [
    "b.jsonl",
    "a.jsonl",
    "a.csv",
    ".hidden.jsonl",
    "odd[1].jsonl",
    "logs/2026/c.jsonl",
    "logs/d.jsonl",
  ]) {
    folder.write(name, '{"text":"Fine"}\n');
  }
});

describe("a pattern among the inputs", () => {
  it.each([
    ["*.jsonl", ["a.jsonl", "b.jsonl", "odd[1].jsonl"]],
    ["?.jsonl", ["a.jsonl", "b.jsonl"]],
    ["a.*", ["a.csv", "a.jsonl"]],
    ["**/*.jsonl", ["a.jsonl", "b.jsonl", "logs/2026/c.jsonl", "logs/d.jsonl", "odd[1].jsonl"]],
    ["logs/*/c.jsonl", ["logs/2026/c.jsonl"]],
    ["odd[1].jsonl", ["odd[1].jsonl"]],
  ])("%s finds files in the order of their names", async (pattern, names) => {
    expect(await expandInputs([folder.path(pattern)])).toEqual(names.map(folder.path));
  });

  it("that finds nothing is an error, and a name without signs is left to who opens it", async () => {
    await expect(expandInputs([folder.path("*.tsv")])).rejects.toMatchObject({ code: "unreadable-input" });
    expect(await expandInputs(["nope.csv", "-"])).toEqual(["nope.csv", "-"]);
  });

  it("of many stars takes no time", async () => {
    folder.write("a".repeat(200), "");
    const started = performance.now();
    await expect(expandInputs([folder.path(`${"*a".repeat(60)}*b`)])).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("is expanded by the command, which names the file of each reject", async () => {
    folder.write("logs/d.jsonl", '{"text":""}\n');
    const { last, err } = await run(["analyze", folder.path("logs/**/*.jsonl"), "--out", folder.path("o")]);
    expect(last).toBe("verbatims: rows: 2 read, 1 written, 1 rejected");
    expect(err).toContain("d.jsonl: line 1 rejected: text");
  });
});
