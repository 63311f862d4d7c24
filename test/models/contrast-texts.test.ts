import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES, SENTIMENTS } from "../../src/core/labels.js";
import { hasPublicData, readPublicRows } from "../support/public-data.js";

const folder = resolve(import.meta.dirname, "../../datasets/contrast");
const files = readdirSync(folder).filter((name) => name.endsWith(".tsv"));
const readme = readFileSync(join(folder, "README.md"), "utf8");

const lines = files.flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, at) => ({ place: `${file}:${at + 1}`, file, columns: line.split("\t") })),
);

/** Letters and numbers alone, so that a copy with another case or mark is one. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, " ")
    .trim();

describe("the texts of datasets/contrast", () => {
  it("are there, in both languages", () => {
    for (const language of LANGUAGES) {
      expect(lines.filter(({ file }) => file.startsWith(`${language}-`)).length).toBeGreaterThan(1000);
    }
  });

  it("have three columns: a label, a pair or a dash, a text", () => {
    const broken = lines.filter(({ columns: [label, pair, text, ...more] }) => {
      const known = SENTIMENTS.some((name) => name === label);
      return !known || pair === undefined || pair === "" || (text ?? "").trim() === "" || more.length > 0;
    });
    expect(broken.map(({ place }) => place)).toEqual([]);
  });

  it("stand under a phenomenon that the README explains, or in a file of reviews or posts", () => {
    const kinds = files.map((name) => name.replace(/^(en|tr)-(more-)?|\.tsv$/g, ""));
    const told = kinds.filter((kind) => /^(review|post)-/.test(kind) || readme.includes(`| \`${kind}\` |`));
    expect(kinds.filter((kind) => !told.includes(kind))).toEqual([]);
  });

  it.each(LANGUAGES)("of a pair are at least two: %s", (language) => {
    const sizes = new Map<string, number>();
    for (const { file, columns } of lines) {
      if (!file.startsWith(`${language}-`) || columns[1] === "-") continue;
      const pair = `${file} ${columns[1]}`;
      sizes.set(pair, (sizes.get(pair) ?? 0) + 1);
    }
    expect([...sizes].filter(([, size]) => size < 2).map(([pair]) => pair)).toEqual([]);
  });

  for (const file of LANGUAGES.flatMap((language) => [`contrast.${language}.dev.jsonl`, `dev.${language}.jsonl`])) {
    const path = `../gold/${file}`;
    it.skipIf(!hasPublicData(path))(
      `are none that accuracy is measured on, of ${file} (skipped without the data folder)`,
      () => {
        const measured = new Set(readPublicRows<{ text: string }>(path, 10_000).map(({ text }) => bare(text)));
        expect(measured.size).toBeGreaterThan(100);
        expect(lines.filter(({ columns }) => measured.has(bare(columns[2] ?? ""))).map(({ place }) => place)).toEqual(
          [],
        );
      },
    );
  }
});
