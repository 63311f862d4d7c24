import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { calibrationPlot } from "../../models/cards/calibration-plot.js";
import { NOTE_HEADINGS, SIZE_MOST_BYTES, toCard } from "../../models/cards/card.js";
import { readCardFacts, readModelFiles, readNotes, sha256Of } from "../../models/cards/card-facts.js";
import { findTextSource } from "../../models/cards/text-sources.js";
import { readTrainingFacts } from "../../models/cards/training-facts.js";
import { LANGUAGES } from "../../src/core/labels.js";
import { loadMeaning } from "../../src/meaning/load-meaning.js";
import { loadSentiment } from "../../src/meaning/load-sentiment.js";
import { hasPublicData, readPublicRows } from "../support/public-data.js";
import { cardFacts, result, score } from "./card-facts.js";

const models = resolve(import.meta.dirname, "../../models");
const card = (language: string): string => readFileSync(join(models, language, "CARD.md"), "utf8");
const notes = (language: string): string => readFileSync(join(models, language, "card-notes.md"), "utf8");

describe.each(LANGUAGES)("the model that is shipped: %s", (language) => {
  it("has a card that holds the hash of every file of it", () => {
    const files = readModelFiles(language);
    expect(files.map(({ name }) => name)).toEqual(["lexicon.js", "meaning.js", "sentiment.js"]);
    expect(files.filter(({ sha256 }) => !card(language).includes(sha256))).toEqual([]);
  });

  it("has a card that holds the hash of what its training found out", () => {
    expect(card(language)).toContain(sha256Of(readFileSync(join(models, language, "training.json"))));
  });

  it("is the one that the training tells of", () => {
    const training = readTrainingFacts(models, language);
    const { words, composition } = loadSentiment(language);
    expect(training.fingerprint).toBe(words.fingerprint);
    expect(training.rows).toEqual({ words: words.table.rows.length, composition: composition.table.rows.length });
    const meaning = loadMeaning(language);
    expect(training.meaning.fingerprint).toBe(meaning.words.fingerprint);
    expect(training.meaning.rows).toEqual({
      vectors: meaning.vectors.hashes.length,
      words: meaning.words.table.rows.length,
      features: meaning.features.table.rows.length,
      pain: meaning.pain.table.rows.length,
    });
  });

  it("takes at most 3 MB gzipped", () => {
    const bytes = readModelFiles(language).reduce((sum, { gzippedBytes }) => sum + gzippedBytes, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(SIZE_MOST_BYTES);
  });

  it("learned from tier A data sets and from texts of this project alone", () => {
    const { examples, meaning } = readTrainingFacts(models, language);
    const names = [...Object.keys(examples), ...Object.keys(meaning.labelled)];
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !["A", "own"].includes(findTextSource(name)?.tier ?? "unknown"))).toEqual([]);
  });

  it.skipIf(!hasPublicData(`../gold/train.${language}.jsonl`))(
    "learned from annotated texts of tier A data sets alone (skipped without the data folder)",
    () => {
      const rows = readPublicRows<{ source: string }>(`../gold/train.${language}.jsonl`, 100_000);
      const names = [...new Set(rows.map(({ source }) => source))];
      expect(names.length).toBeGreaterThan(2);
      expect(names.filter((name) => findTextSource(name)?.tier !== "A")).toEqual([]);
    },
  );

  it.skipIf(!hasPublicData(`../gold/contrast.${language}.dev.jsonl`))(
    "has the card that `npm run cards` writes (skipped without the data folder)",
    async () => {
      // The speed is that of the day that the card names; a later run of the benchmark does not make it untrue.
      const written = card(language).replace(/ From import to .* of 64 at most \(.*\)\./, "");
      expect(toCard({ ...(await readCardFacts(language, {})), speed: null })).toBe(written);
    },
  );

  it("has notes for each section that is written by hand, without numbers that only a measurement may tell", () => {
    expect([...readNotes(notes(language)).keys()]).toEqual(NOTE_HEADINGS);
    expect(notes(language)).not.toMatch(/\d\s*%|\b\d+[.,]\d|\b\d{2,}\b/);
  });
});

describe("a model card", () => {
  it("marks held-out splits of sets whose training split was learned, and no others", () => {
    const text = toCard(cardFacts({ results: [result("learned_reviews"), result("foreign_reviews")] }));
    expect(text).toMatch(/\| learned_reviews ‡ \|/);
    expect(text).toMatch(/\| foreign_reviews +\|/);
    expect(text).toContain("training split was learned (learned_reviews)");
  });

  it("says aloud that numbers are of an earlier model", () => {
    const old = { ...result("foreign_reviews"), model: "en-0.0.9-00000000" };
    expect(toCard(cardFacts({ results: [old] }))).toContain("of an earlier model (`en-0.0.9-00000000`)");
    expect(toCard(cardFacts({ results: [result("foreign_reviews")] }))).not.toContain("earlier model");
  });

  it.each([
    [0.93, "goal"],
    [0.9, "goal"],
    [0.8996, "goal"],
    [0.89, "floor"],
    [0.7, "floor"],
    [0.69, "below the floor"],
  ])("tells how far a set came that wants 70 and hopes for 90: %d is %s", (reached, told) => {
    const wanted = { ...result("foreign_reviews"), ours: score(reached), aim: { floor: 70, goal: 90 } };
    expect(toCard(cardFacts({ results: [wanted] }))).toMatch(
      new RegExp(`\\| foreign_reviews +\\| 70 / 90 +\\| [\\d.]+ +\\| ${told} +\\|`),
    );
  });

  it("shows a source that nobody described as unknown, so that it is seen", () => {
    const facts = cardFacts({ results: [] });
    const training = { ...facts.training, examples: { scraped_somewhere: 12 } };
    expect(toCard({ ...facts, training })).toMatch(/\| scraped_somewhere \| 12 +\| unknown +\| unknown/);
  });

  it("is the same for the same facts", () => {
    expect(toCard(cardFacts({ results: [result("a")] }))).toBe(toCard(cardFacts({ results: [result("a")] })));
  });
});

describe("a calibration plot", () => {
  it("draws the share of right verdicts, and marks where honesty would end it", () => {
    const bins = [{ from: 0.5, to: 0.6, count: 4, confidence: 0.55, accuracy: 0.25 }];
    const plot = calibrationPlot("reviews", { ...score(0.25), calibrationError: 0.3, reliability: bins });
    expect(plot).toBe(
      `reviews, ECE 0.3\n  conf  right   count\n  0.55  0.25       4  ${"#".repeat(10)}${" ".repeat(12)}|`,
    );
  });
});
