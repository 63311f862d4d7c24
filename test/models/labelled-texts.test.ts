import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { EFFORTS, EMOTIONS, INTENTS, SENTIMENTS, STAGES, THEMES } from "../../src/core/labels.js";

const folder = resolve(import.meta.dirname, "../../datasets/labelled");
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

interface Line {
  readonly place: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const lines: readonly Line[] = files.flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => ({ place: `${file}:${i + 1}`, row: JSON.parse(line) })),
);

/** Places of the lines of which something does not hold. */
const wrong = (holds: (row: Line["row"]) => boolean): string[] =>
  lines.filter(({ row }) => !holds(row)).map(({ place }) => place);

const among =
  (labels: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === "string" && labels.includes(value);
const orNull =
  (holds: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || holds(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [Number.NaN]);

describe("the texts written with every label", () => {
  it("are of both languages, thousands of them", () => {
    expect(lines.length).toBeGreaterThan(3000);
    expect(new Set(files.map((file) => file.slice(0, 3)))).toEqual(new Set(["en-", "tr-"]));
  });

  it("have the same parts in the same order", () => {
    const keys = "text stage stage2 intent emotion effort urgent themes theme_sentiment pain sentiment";
    expect(wrong((row) => Object.keys(row).join(" ") === keys)).toEqual([]);
  });

  it.each([
    ["sentiment", among(SENTIMENTS)],
    ["stage", orNull(among(STAGES))],
    ["stage2", orNull(among(STAGES))],
    ["intent", among(INTENTS)],
    ["emotion", orNull(among(EMOTIONS))],
    ["effort", orNull(among(EFFORTS))],
    ["urgent", (value: unknown) => typeof value === "boolean"],
    ["themes", (value: unknown) => asList(value).every(among(THEMES))],
    ["text", (value: unknown) => typeof value === "string" && value.trim() !== ""],
  ] as const)("tell %s by the labels that the library knows", (part, holds) => {
    expect(wrong((row) => holds(row[part]))).toEqual([]);
  });

  it("tell the sentiment of each theme, and of no other", () => {
    const agrees = ({ themes, theme_sentiment }: Line["row"]): boolean =>
      [...asList(themes)].sort().join() ===
        Object.keys(theme_sentiment ?? {})
          .sort()
          .join() && Object.values(theme_sentiment ?? {}).every(among(SENTIMENTS));
    expect(wrong(agrees)).toEqual([]);
  });

  it("tell the problem in words that stand in the text, at most twelve of them", () => {
    const stands = ({ text, pain }: Line["row"]): boolean =>
      asList(pain).every(
        (span) => typeof span === "string" && String(text).includes(span) && span.trim().split(/\s+/).length <= 12,
      );
    expect(wrong(stands)).toEqual([]);
  });

  it("are all different", () => {
    const texts = lines.map(({ row }) => row.text);
    expect(texts.length - new Set(texts).size).toBe(0);
  });
});
