import { describe, expect, it } from "vitest";
import { foldText } from "../../src/language/characters.js";
import {
  CONDITIONAL,
  looksNegative,
  NEGATIVE,
  PRIVATIVE,
  readNounSuffixes,
  readVerbSuffixes,
  VALID,
} from "../../src/language/turkish-suffixes.js";

/** `stem|suffixes`, read as typed. */
const verb = (marked: string): number => readVerbSuffixes(foldText(marked.replace("|", "")), marked.indexOf("|"));
const noun = (marked: string): number => readNounSuffixes(foldText(marked.replace("|", "")), marked.indexOf("|"));

describe("Turkish suffixes", () => {
  it.each(["kargo|nuzdan", "kargo|larımızın", "fiyat|larındaki", "memnun|um", "kalite|sine", "ev|lerdeydi"])(
    "reads %s as a noun with its endings",
    (marked) => expect(noun(marked) & VALID).toBe(VALID),
  );

  it.each(["kar|arsız", "kalem|xyz", "kargo|qu"])("does not read %s as one", (marked) => expect(noun(marked)).toBe(0));

  it.each([
    "beğen|medim",
    "beğen|miyorum",
    "beğen|emedim",
    "gel|meden",
    "bozul|madığı",
    "al|mayın",
    "çöz|ülmedi",
    "gel|mez",
  ])("hears the negation in %s", (marked) => expect(verb(marked) & NEGATIVE).toBe(NEGATIVE));

  it.each(["beğen|dim", "beğen|iyorum", "gel|mesi", "gel|meyi", "bozul|duğu", "al|ın", "çöz|üldü"])(
    "hears none in %s",
    (marked) => expect(verb(marked) & (VALID | NEGATIVE)).toBe(VALID),
  );

  it("tells the privative -siz and the conditional -se", () => {
    expect(noun("sorun|suzdu") & PRIVATIVE).toBe(PRIVATIVE);
    expect(verb("gel|se") & CONDITIONAL).toBe(CONDITIONAL);
  });

  it.each(["ulaşmadı", "açılmıyor", "dönmez", "gelmemiş", "olmayacak"])("takes %s for a negated verb", (word) =>
    expect(looksNegative(foldText(word))).toBe(true),
  );

  it.each(["hizmeti", "firmadan", "tamamen", "temiz", "güzel", "ekmek"])("does not take %s for one", (word) =>
    expect(looksNegative(foldText(word))).toBe(false),
  );
});
