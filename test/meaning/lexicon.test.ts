import { describe, expect, it } from "vitest";
import type { Language } from "../../src/core/labels.js";
import { createWordReader } from "../../src/language/word-reader.js";
import { compileLexicon } from "../../src/meaning/compile-lexicon.js";
import { expandPattern } from "../../src/meaning/cue-pattern.js";
import { findMatches, type Match } from "../../src/meaning/match-cues.js";
import { createReadyText, prepareText } from "../../src/meaning/ready-text.js";

/** The parts of a text that a one-line lexicon matches. */
function matched(language: Language, pattern: string, text: string): string[] {
  const lexicon = compileLexicon(`${pattern}\tv=1`, language);
  const ready = createReadyText(language);
  prepareText(ready, text, createWordReader(lexicon.vocabulary.read));
  const { tokens } = ready;
  const found: Match[] = [];
  findMatches(lexicon, ready, 0, tokens.count, found);
  return found.map(({ from, to }) => text.slice(tokens.start[from], tokens.end[to - 1]));
}

describe("patterns", () => {
  it("expand alternatives and options into sequences", () => {
    expect(expandPattern("(is|was)? not (good|worth it)").map((places) => places.join(" "))).toEqual([
      "is not good",
      "is not worth it",
      "was not good",
      "was not worth it",
      "not good",
      "not worth it",
    ]);
  });

  it.each(["(good", "good)", "a (b|(c)"])("refuse the unbalanced %s", (pattern) => {
    expect(() => expandPattern(pattern)).toThrow(/bracket/);
  });

  it.each<[Language, string, string, string[]]>([
    ["en", "refund", "Refund please", ["Refund"]],
    ["en", "crash~", "It crashed, it crashes", ["crashed", "crashes"]],
    ["en", "overcharg*", "They overcharge, overcharging me", ["overcharge", "overcharging"]],
    ["en", "waited <num> <unit>", "waited 40 minutes and waited two hours", ["waited 40 minutes", "waited two hours"]],
    ["en", "no <any> reply", "no single reply, no reply", ["no single reply"]],
    [
      "en",
      "called <gap> twice",
      "called them about it twice, called twice",
      ["called them about it twice", "called twice"],
    ],
    ["en", "user friendly", "a user-friendly app", ["user-friendly"]],
    ["en", "don't", "don’t", ["don’t"]],
    ["en", ":)", "nice :-)))", [":-)))"]],
    ["tr", "kargo", "Kargonuz ve KARGOLARIMIZ", ["Kargonuz", "KARGOLARIMIZ"]],
    ["tr", "kalıp", "kalıbı dar", ["kalıbı"]],
    ["tr", "beğen-", "beğendim ama annem beğenmedi", ["beğendim", "beğenmedi"]],
    ["tr", "başla-", "başlıyor", ["başlıyor"]],
    ["tr", "gelme-!", "geldi, gelmedi, gelmiyor", ["gelmedi", "gelmiyor"]],
    ["tr", "çok güzel", "cok guzel", ["cok guzel"]],
    ["tr", "=şık", "şık ama sık sık", ["şık"]],
    ["tr", "=şık", "cok sik bir canta", ["sik"]],
  ])("%s: %s in “%s”", (language, pattern, text, expected) => {
    expect(matched(language, pattern, text)).toEqual(expected);
  });
});

describe("compileLexicon", () => {
  it.each([
    ["no tab", "good"],
    ["an unknown tag", "good\tvalence=2"],
    ["an unknown label", "good\ttheme=kindness"],
    ["a valence out of range", "good\tv=9"],
    ["a weight of nothing", "good\ttheme=quality:0"],
  ])("refuses a line with %s and names its number", (_, line) => {
    expect(() => compileLexicon(`fine\tv=1\n${line}`, "en")).toThrow(/line 2/);
  });

  it("lets a later line replace the valence and keeps the cues of both", () => {
    const { entries } = compileLexicon("cheap\tv=-1 theme=price\ncheap\tv=1 stage=purchase", "en");
    expect(entries.at(-1)).toMatchObject({ valence: 1, cues: [{ kind: "theme" }, { kind: "stage" }] });
  });
});
