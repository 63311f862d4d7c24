import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { toHtml, toMarkdown, toTerminal } from "../../src/report/index.js";
import { NOTHING_SAID, SHOP } from "./sample-summary.js";

/** Whole reports, byte by byte. `UPDATE_GOLDEN=1 npx vitest run test/report` writes them anew: look at what changed. */
const REPORTS: Readonly<Record<string, () => string>> = {
  "report.en.html": () =>
    toHtml(SHOP, { title: "Kettle & Co: winter", source: "reviews.csv", rejected: 12, generatedAt: "2026-05-01" }),
  "report.tr.html": () => toHtml(SHOP, { language: "tr", source: "yorumlar.csv", rejected: 12 }),
  "report.en.md": () => toMarkdown(SHOP, { source: "reviews.csv", rejected: 12 }),
  "report.tr.md": () => toMarkdown(SHOP, { language: "tr" }),
  "report.en.txt": () => toTerminal(SHOP, { source: "reviews.csv", rejected: 12 }),
  "report.tr.txt": () => toTerminal(SHOP, { language: "tr", width: 60 }),
  "nothing.en.html": () => toHtml(NOTHING_SAID),
};

describe("whole reports", () => {
  for (const [name, make] of Object.entries(REPORTS)) {
    it(`writes ${name} as it was reviewed`, () => {
      const path = join(import.meta.dirname, "..", "golden", name);
      const made = make();
      if (process.env.UPDATE_GOLDEN === "1") {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, made);
      }
      expect(existsSync(path), `${path} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
      expect(made).toBe(readFileSync(path, "utf8"));
    });
  }
});
