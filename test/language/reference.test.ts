/** Our tokens, sentences and suffixes held against other people's, on real text. Skipped where the public data is absent. */
import { describe, expect, it } from "vitest";
import winkModel from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { foldText } from "../../src/language/characters.js";
import { findClauses } from "../../src/language/clauses.js";
import { readEnglishTraits } from "../../src/language/english-words.js";
import { scanTokens, tokenize } from "../../src/language/tokenize.js";
import { createTokens } from "../../src/language/tokens.js";
import { readNounSuffixes, readVerbSuffixes } from "../../src/language/turkish-suffixes.js";
import { createWordReader } from "../../src/language/word-reader.js";
import { hasPublicData, readPublicRows } from "../support/public-data.js";

const REVIEWS = "en/womens_clothing.dev.jsonl.gz";
const TREEBANK = "tr/ud_boun.dev.jsonl.gz";
const TOURISM = "tr/ud_tourism.dev.jsonl.gz";

interface TreebankRow {
  readonly text: string;
  readonly surface_tokens: readonly string[];
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
}

const hasWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token);

/** Share of the reference's words, found one after another in the text, that are tokens of ours with the same bounds. */
function agreement(rows: readonly { text: string; tokens: readonly string[] }[]): number {
  let same = 0;
  let all = 0;
  for (const { text, tokens } of rows) {
    const ours = new Set(tokenize(text).map(({ start, end }) => `${start}-${end}`));
    let at = 0;
    for (const token of tokens) {
      const start = text.indexOf(token, at);
      if (start < 0) continue;
      at = start + token.length;
      if (!hasWord(token)) continue;
      all++;
      if (ours.has(`${start}-${at}`)) same++;
    }
  }
  expect(all).toBeGreaterThan(3000);
  return same / all;
}

describe.skipIf(!hasPublicData(REVIEWS))(`beside wink-nlp (needs ${REVIEWS})`, () => {
  const nlp = winkNLP(winkModel, ["sbd"]);
  const texts = hasPublicData(REVIEWS) ? readPublicRows<{ text: string }>(REVIEWS, 300).map((row) => row.text) : [];

  it("finds the same words in 99 of 100 cases, contractions joined", () => {
    const rows = texts.map((text) => {
      const tokens: string[] = [];
      for (const token of nlp.readDoc(text).tokens().out()) {
        const last = tokens.at(-1);
        if (last !== undefined && /^(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i.test(token))
          tokens[tokens.length - 1] = last + token;
        else tokens.push(token);
      }
      return { text, tokens };
    });
    expect(agreement(rows)).toBeGreaterThan(0.99);
  });

  it("counts the same number of sentences, within a tenth", () => {
    const tokens = createTokens();
    const read = createWordReader((word) => ({ symbols: [], bits: 0, traits: readEnglishTraits(word) }));
    let ours = 0;
    let theirs = 0;
    for (const text of texts) {
      scanTokens(text, tokens);
      // Two zeros after the last token, as findClauses asks.
      const traits = Int32Array.from({ length: tokens.count + 2 }, (_, i) =>
        i < tokens.count ? read(tokens, i).traits : 0,
      );
      ours += new Set(findClauses(tokens, traits, "en").map((clause) => clause.sentence)).size;
      theirs += nlp.readDoc(text).sentences().length();
    }
    expect(Math.abs(ours / theirs - 1)).toBeLessThan(0.1);
  });
});

describe.skipIf(!hasPublicData(TREEBANK))(`beside the Turkish treebanks (needs ${TREEBANK})`, () => {
  it("finds the same words in 98 of 100 cases", () => {
    const rows = [TREEBANK, TOURISM].flatMap((file) => readPublicRows<TreebankRow>(file, 3000));
    expect(agreement(rows.map((row) => ({ text: row.text, tokens: row.surface_tokens })))).toBeGreaterThan(0.98);
  });

  it("reads the endings after the treebank's lemma of nine nouns and verbs in ten", () => {
    const counts = { NOUN: { read: 0, all: 0 }, VERB: { read: 0, all: 0 } };
    for (const row of readPublicRows<TreebankRow>(TREEBANK, 3000)) {
      row.words.forEach((word, i) => {
        const upos = row.upos[i];
        const folded = foldText(word);
        const lemma = foldText(row.lemmas[i] ?? "");
        if (
          (upos !== "NOUN" && upos !== "VERB") ||
          lemma.length < 2 ||
          !folded.startsWith(lemma) ||
          folded.includes("'")
        )
          return;
        counts[upos].all++;
        const bits = upos === "NOUN" ? readNounSuffixes(folded, lemma.length) : readVerbSuffixes(folded, lemma.length);
        if (folded === lemma || bits !== 0) counts[upos].read++;
      });
    }
    expect(counts.NOUN.all).toBeGreaterThan(1000);
    expect(counts.NOUN.read / counts.NOUN.all).toBeGreaterThan(0.9);
    expect(counts.VERB.read / counts.VERB.all).toBeGreaterThan(0.9);
  });
});
