import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  checkVerbatim,
  GIVEN_KEYS,
  parseVerbatim,
  type VerbatimInput,
  verbatimJsonSchema,
} from "../../src/intake/verbatim.js";

const golden = new URL("../golden/verbatim.schema.json", import.meta.url);

/** What is said of a value that is no verbatim. */
function issueOf(value: unknown): string {
  const checked = checkVerbatim(value);
  return checked.ok ? "none" : `${checked.issue.field}: ${checked.issue.reason}`;
}

describe("the limits of a verbatim", () => {
  it.each([
    ["id", ["a", "x".repeat(256), "__proto__"], ["", "x".repeat(257), 5, null]],
    [
      "at",
      [
        "2026-03-02",
        "2026-03-02T14:05",
        "2026-03-02T14:05:09",
        "2026-03-02T14:05:09.123Z",
        "2026-03-02T14:05:09+03:00",
      ],
      ["2026-02-30", "02.03.2026", "2026-03-02 14:05", "yesterday", "", 20260302],
    ],
    ["channel", ["review", "x".repeat(256)], ["", "x".repeat(257), 1]],
    ["rating", [1, 3.5, 5], [0.99, 5.01, "4", Number.NaN, Number.POSITIVE_INFINITY]],
    ["nps", [0, 7, 10], [-1, 11, 6.5, "9"]],
    ["csat", [0, 4.5, 10], [-0.1, 10.1, "5"]],
    ["ces", [1, 6.5, 7], [0.9, 7.1, "3"]],
    ["language", ["en", "tr"], ["de", "EN", ""]],
    ["segment", ["Gold", "x".repeat(256)], ["", "x".repeat(257)]],
    ["customer", ["c-9", "x".repeat(256)], ["", "x".repeat(257)]],
    ["value", [0, 0.01, 1e12], [-0.01, "5", Number.POSITIVE_INFINITY]],
    ["question", ["", "What happened?", "x".repeat(10_000)], [5, null]],
    [
      "repliedAt",
      ["2026-03-02", "2026-03-02T14:05", "2026-03-02T14:05:09+03:00"],
      ["2026-02-30", "tomorrow", 1772460309],
    ],
  ] as const)("hold %s", (field, good, bad) => {
    for (const value of good) expect(issueOf({ text: "Late", [field]: value }), JSON.stringify(value)).toBe("none");
    for (const value of bad) {
      expect(issueOf({ text: "Late", [field]: value }), JSON.stringify(value)).toMatch(
        new RegExp(`^${field}: .+, got `),
      );
    }
  });

  it("let the text be empty, huge and hostile, but nothing else than a string", () => {
    for (const text of ["", " ", "\u0000", "\ud83d", "a".repeat(1_000_000)]) expect(issueOf({ text })).toBe("none");
    for (const text of [5, null, undefined, ["Late"]]) expect(issueOf({ text })).toMatch(/^text: .*expected string/);
  });

  it("let every field but the text be absent or undefined", () => {
    expect(checkVerbatim({ text: "Late", rating: undefined })).toMatchObject({ ok: true });
  });
});

describe("what is no verbatim", () => {
  it("is told by the name of a key that is not known", () => {
    expect(issueOf({ text: "Late", stars: 3 })).toBe("stars: unknown field, got 3");
    expect(issueOf({ text: "Late", Rating: 3 })).toBe("Rating: unknown field, got 3");
    expect(issueOf(JSON.parse('{"text":"Late","__proto__":{"nps":1}}'))).toMatch(/^__proto__: unknown field, got/);
  });

  it.each([[null], [undefined], [5], [["Late"]]])("is told of %j as a whole", (value) => {
    expect(issueOf(value)).toMatch(/^verbatim: .*expected object/);
  });

  it("is told of one field at a time, without the whole text", () => {
    const issue = issueOf({ text: "Late", channel: "x".repeat(100_000), rating: 9 });
    expect(issue).toMatch(/^channel: Too big/);
    expect(issue.length).toBeLessThan(160);
  });
});

describe("parsing a verbatim", () => {
  it("takes a bare text, whatever it is", () => {
    expect(parseVerbatim("")).toEqual({ text: "" });
    expect(parseVerbatim("Kargo geç geldi")).toEqual({ text: "Kargo geç geldi" });
  });

  it("gives the verbatim itself where it is one", () => {
    const verbatim = { text: "Late", id: "a", nps: 3 };
    expect(parseVerbatim(verbatim)).toEqual(verbatim);
  });

  it("throws with the field, what was expected, what was there and what to do", () => {
    expect(() => parseVerbatim({ text: "Late", rating: 11 })).toThrow(
      expect.objectContaining({
        name: "VerbatimsError",
        code: "invalid-verbatim",
        message: "verbatim.rating: Too big: expected number to be <=5, got 11. Correct the field or leave it out.",
        details: { field: "rating" },
      }),
    );
    // A caller without types may pass anything.
    expect(() => parseVerbatim(5 as unknown as VerbatimInput)).toThrow(/^verbatim\.verbatim: .*expected object/);
  });
});

describe("the JSON Schema of a verbatim", () => {
  const schema: unknown = JSON.parse(JSON.stringify(verbatimJsonSchema()));

  it("is the one that users have (test/golden/verbatim.schema.json)", () => {
    expect(schema).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  });

  it("describes every field, wants the text alone and refuses other keys", () => {
    expect(schema).toMatchObject({ required: ["text"], additionalProperties: false });
    const properties: Readonly<Record<string, { description?: string }>> = Object(schema).properties;
    expect(Object.keys(properties).sort()).toEqual([...GIVEN_KEYS, "id", "language", "text"].sort());
    for (const [name, { description }] of Object.entries(properties)) expect(description, name).toMatch(/^[A-Z].+\.$/);
  });
});
