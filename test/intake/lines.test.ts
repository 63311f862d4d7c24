import { describe, expect, it } from "vitest";
import { createJsonlReader, createLineReader } from "../../src/intake/lines.js";
import type { Row, RowReader } from "../../src/intake/rows.js";

const readWhole = (reader: RowReader, ...chunks: readonly string[]): Row[] => [
  ...chunks.flatMap((chunk) => reader.push(chunk)),
  ...reader.end(),
];

describe("plain lines", () => {
  const lines = (text: string, longest = 100): Row[] => readWhole(createLineReader(longest), text);

  it("are one text each, whatever ends them", () => {
    expect(lines("Late again\nRude staff\r\nNo reply\rFine")).toEqual([
      { line: 1, raw: "Late again", value: "Late again" },
      { line: 2, raw: "Rude staff", value: "Rude staff" },
      { line: 3, raw: "No reply", value: "No reply" },
      { line: 4, raw: "Fine", value: "Fine" },
    ]);
  });

  it("keep the spaces, quotes and U+2028 in them", () => {
    const text = '  "Slow",\u2028and rude  ';
    expect(lines(`${text}\n`)).toEqual([{ line: 1, raw: text, value: text }]);
  });

  it("that are blank are left out, and counted", () => {
    expect(lines("\n \t\r\n\r\rLate\n\n").map(({ line, raw }) => [line, raw])).toEqual([[5, "Late"]]);
  });

  it("longer than allowed are faults, and the next is read", () => {
    expect(lines(`${"a".repeat(11)}\nFine\n${"b".repeat(10)}`, 10)).toEqual([
      { line: 1, raw: "a".repeat(10), fault: "longer than 10 characters" },
      { line: 2, raw: "Fine", value: "Fine" },
      { line: 3, raw: "b".repeat(10), value: "b".repeat(10) },
    ]);
  });

  it("longer than allowed are faults however they are cut", () => {
    for (const chunks of [
      ["aaaaaa", "aaaaaa", "aaaaaa", "a\nFine"],
      ["a".repeat(19), "\nFine"],
    ]) {
      expect(readWhole(createLineReader(10), ...chunks)).toEqual([
        { line: 1, raw: "a".repeat(10), fault: "longer than 10 characters" },
        { line: 2, raw: "Fine", value: "Fine" },
      ]);
    }
  });

  it("are none in an empty text", () => expect(lines("")).toEqual([]));

  it.each([
    ["a\r", "\nb"],
    ["a\r", "", "\nb"],
    ["a", "\r\nb"],
    ["a\r\n", "b"],
  ])("count CRLF once where chunks cut it: %j", (...chunks) => {
    expect(readWhole(createLineReader(100), ...chunks).map(({ line, raw }) => [line, raw])).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
  });

  it("count CR, LF and LF as two ends, wherever chunks cut them", () => {
    for (const chunks of [
      ["a\r", "\n", "\nb"],
      ["a\r\n", "\nb"],
      ["a\r\n\n", "b"],
      ["a\r", "\n\nb"],
    ]) {
      expect(readWhole(createLineReader(100), ...chunks).map(({ line }) => line)).toEqual([1, 3]);
    }
  });
});

describe("JSON lines", () => {
  const lines = (text: string): Row[] => readWhole(createJsonlReader(1000), text);

  it("give their objects", () => {
    expect(lines('{"text":"Late","nps":2}\r\n{"text":"\\u00e7ok ge\\u00e7"}').map(({ value }) => value)).toEqual([
      { text: "Late", nps: 2 },
      { text: "çok geç" },
    ]);
  });

  it.each([
    ["{", "not JSON"],
    ['{"text":"Late"},', "not JSON"],
    ["{'text':'Late'}", "not JSON"],
    ['{"text":NaN}', "not JSON"],
    ["[1]", "expected a JSON object, got an array"],
    ["null", "expected a JSON object, got null"],
    ["5", "expected a JSON object, got a number"],
    ['"Late"', "expected a JSON object, got a string"],
    ["true", "expected a JSON object, got a boolean"],
  ])("that hold %j are faults, and the next is read", (line, fault) => {
    expect(lines(`${line}\n{"text":"Fine"}\n`)).toEqual([
      { line: 1, raw: line, fault },
      { line: 2, raw: '{"text":"Fine"}', value: { text: "Fine" } },
    ]);
  });

  it("keep __proto__ a plain key", () => {
    const value = lines('{"__proto__":{"text":"Late"}}')[0]?.value;
    expect(Object.keys(Object(value))).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("nested without end are faults, not a crash", () => {
    const deep = `${'{"a":'.repeat(100)}1${"}".repeat(100)}`;
    expect(lines(deep)[0]?.fault).toBeUndefined();
    expect(readWhole(createJsonlReader(10_000_000), "[".repeat(2_000_000))[0]?.fault).toBe("not JSON");
  });

  it("longer than allowed are faults, though they be JSON", () => {
    expect(readWhole(createJsonlReader(20), `{"text":"${"a".repeat(30)}"}`)[0]?.fault).toBe(
      "longer than 20 characters",
    );
  });
});
