import { describe, expect, it } from "vitest";
import { checkIntakeOptions, type IntakeOptions } from "../../src/intake/intake-options.js";
import { readVerbatims } from "../../src/intake/read-verbatims.js";

describe("options of the intake", () => {
  it("may all be left out", () => {
    expect(checkIntakeOptions({})).toEqual({
      format: undefined,
      encoding: undefined,
      delimiter: undefined,
      quotes: true,
      maxRecordChars: 10_000_000,
    });
  });

  it("come back checked", () => {
    expect(
      checkIntakeOptions({ format: "tsv", encoding: "UTF8", delimiter: "|", quotes: false, maxRecordChars: 1 }),
    ).toEqual({ format: "tsv", encoding: "utf-8", delimiter: "|", quotes: false, maxRecordChars: 1 });
  });

  // Callers without types may pass anything.
  const wrong = (options: unknown): IntakeOptions => options as IntakeOptions;
  it.each<readonly [string, unknown, RegExp]>([
    ["delimiter", { delimiter: "" }, /^delimiter: expected one character that is no quote or line end, got \. Correct/],
    ["delimiter", { delimiter: "::" }, /^delimiter: .*got ::/],
    ["delimiter", { delimiter: '"' }, /^delimiter: /],
    ["delimiter", { delimiter: "\n" }, /^delimiter: /],
    ["dateOrder", { dateOrder: "ydm" }, /^dateOrder: expected one of dmy, mdy, ymd, got ydm/],
    ["maxRecordChars", { maxRecordChars: 0 }, /^maxRecordChars: expected a whole number above 0, got 0/],
    ["maxRecordChars", { maxRecordChars: 1.5 }, /^maxRecordChars: /],
    ["maxRecordChars", { maxRecordChars: Number.POSITIVE_INFINITY }, /^maxRecordChars: /],
    ["columns", { columns: { stars: "Stars" } }, /^columns: expected fields among text, id, at, .*got stars/],
    ["format", { format: "xml" }, /^format: /],
    ["encoding", { encoding: "utf-7" }, /^encoding: /],
  ])("are refused where %s is wrong: %j", (field, options, message) => {
    expect(() => checkIntakeOptions(wrong(options))).toThrow(
      expect.objectContaining({ code: "invalid-option", message: expect.stringMatching(message) }),
    );
    expect(() => checkIntakeOptions(wrong(options))).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field }) }),
    );
  });

  it("are checked before anything is pulled from the source", async () => {
    let pulled = false;
    function* source(): Generator<string> {
      pulled = true;
      yield "text\nLate\n";
    }
    await expect(readVerbatims(source(), { maxRecordChars: -1 }).next()).rejects.toMatchObject({
      code: "invalid-option",
    });
    expect(pulled).toBe(false);
  });
});
