import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLines, run, useFolder } from "./command-run.js";

const folder = useFolder();
const REVIEWS =
  'stars,text,date\n5,Fine,2026-03-02\nmany,"The lid, it broke",2026-03-02\n3,Late,03/04/2026\n4,Good,2026-03-05\n';

/** Analyses the reviews, and gives the path of the rejects. */
async function rejectsOf(file: string, ...more: readonly string[]): Promise<string> {
  const path = folder.path("rejects.jsonl");
  await run(["analyze", file, "--rejects", path, "--out", folder.path("out.jsonl"), ...more]);
  return path;
}

describe("the rows of a file of rejects", () => {
  it("are read once more by options that fit, under the numbers that they have", async () => {
    const file = folder.write("a.csv", REVIEWS);
    const rejects = await rejectsOf(file);
    const left = folder.path("left.jsonl");
    const { code, lines } = await run([
      ...["analyze", file, "--rejected", rejects, "--date-order", "dmy", "--rejects", left],
    ]);
    expect(lines()).toMatchObject([{ id: "r-3", text: "Late", given: { at: "2026-04-03" } }]);
    expect([code, readLines(readFileSync(left, "utf8"))]).toMatchObject([1, [{ line: 3, row: 2, field: "rating" }]]);
  });

  it("are read as they were corrected", async () => {
    const file = folder.write("a.csv", REVIEWS);
    const rejects = await rejectsOf(file, "--date-order", "dmy");
    writeFileSync(rejects, readFileSync(rejects, "utf8").replace('"raw":"many', '"raw":"1'));
    const { code, lines, last } = await run(["analyze", file, "--rejected", rejects]);
    expect(lines()).toMatchObject([{ id: "r-2", text: "The lid, it broke", given: { rating: 1 } }]);
    expect([code, last]).toEqual([0, "verbatims: rows: 1 read, 1 written, 0 rejected"]);
  });

  it("that are cut off there are read from the input again", async () => {
    const long = "The courier was late again. ".repeat(500);
    const file = folder.write("a.jsonl", `{"text":"Fine"}\n{"text":"${long}","rating":9}\n{"text":"Late"}\n`);
    const rejects = await rejectsOf(file);
    expect(readFileSync(rejects, "utf8")).toContain("characters more)");
    writeFileSync(file, readFileSync(file, "utf8").replace('"rating":9', '"rating":4'));
    const { lines } = await run(["analyze", file, "--rejected", rejects]);
    expect(lines()).toMatchObject([{ id: "r-2", text: long, given: { rating: 4 } }]);
  });

  it("of a range that workers died at are all read", async () => {
    const file = folder.write("a.csv", REVIEWS);
    const offset = REVIEWS.indexOf("many");
    const lost = { line: 3, offset, row: 2, field: "range", reason: "two workers died over rows 2 to 3", raw: "" };
    const rejects = folder.write("rejects.jsonl", `${JSON.stringify(lost)}\n`);
    const { last, lines } = await run(["analyze", file, "--rejected", rejects, "--date-order", "mdy"]);
    expect(lines().map(({ id }) => id)).toEqual(["r-3"]);
    expect(last).toBe("verbatims: rows: 2 read, 1 written, 1 rejected");
  });

  it("are refused where the file holds no rejects", async () => {
    const file = folder.write("a.csv", REVIEWS);
    const { code, last } = await run(["analyze", file, "--rejected", folder.write("r.jsonl", '{"raw":"5,Fine"}\n')]);
    expect([code, last]).toEqual([
      2,
      expect.stringMatching(/r\.jsonl: line 1: expected a reject with .*--rejects made/),
    ]);
  });

  it("are refused without the one file that they come from", async () => {
    const { code, last } = await run(["analyze", "-", "--rejected", folder.write("r.jsonl", "")], REVIEWS);
    expect([code, last]).toEqual([2, expect.stringMatching(/rejected: expected the one file/)]);
  });
});
