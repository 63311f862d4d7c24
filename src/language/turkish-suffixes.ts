/**
 * Turkish suffix chains over folded letters (`ı` and `ü` read as `i` and `u`, `ğ` as `g`), as a small non-deterministic
 * automaton: a state says what may follow, each arc is one suffix. It accepts more than good Turkish, which text typed by
 * customers is not either; what matters is that `kargonuzdan` is `kargo` and `beğenmediler` is a negated `beğen-`.
 *
 *     noun ─plural▶ ─possessive▶ ─case▶ ─copula▶      verb ─voice▶ ─ability▶ ─negation▶ ─tense, person▶
 *                                                        └─participle, verbal noun▶ noun
 *
 * Source: the morphotactics follow Oflazer, Two-level description of Turkish morphology (1994), much simplified.
 */

/** The chain is Turkish. */
export const VALID = 1;
/** It holds the verbal negative (-me/-ma, -mez, -meden …). */
export const NEGATIVE = 2;
/** It holds the privative -siz. */
export const PRIVATIVE = 4;
/** It holds the conditional -se. */
export const CONDITIONAL = 8;

type State = "noun" | "plural" | "owned" | "case" | "copula" | "verb" | "able" | "negated" | "tense" | "gerund" | "end";

interface Arc {
  readonly suffix: string;
  readonly to: State;
  readonly adds: number;
}

function arcs(to: State, suffixes: string, adds = 0): Arc[] {
  return suffixes.split(" ").map((suffix) => ({ suffix, to, adds }));
}

const derived = [...arcs("noun", "li lu lik luk lig lug ci cu cik sel sal ki"), ...arcs("noun", "siz suz", PRIVATIVE)];
const plural = arcs("plural", "lar ler");
const owned = arcs("owned", "im um m in un n i u si su imiz umuz miz muz iniz unuz niz nuz lari leri");
const cases = arcs(
  "case",
  "yi yu i u ni nu ya ye a e na ne da de ta te nda nde dan den tan ten ndan nden in un nin nun la le yla yle ca ce nca nce",
);
const copula = [
  ...arcs("copula", "di du ti tu ydi ydu mis mus ymis ymus dir dur tir tur im um yim yum sin sun iz uz yiz yuz"),
  ...arcs("copula", "siniz sunuz lar ler ken yken m n k niz nuz"),
  ...arcs("copula", "sa se ysa yse", CONDITIONAL),
];
const tense = [
  ...arcs("tense", "di du ti tu mis mus iyor uyor yor acak ecek yacak yecek acag eceg yacag yeceg mali meli"),
  ...arcs(
    "tense",
    "sin sun sinlar sinler yin yun in un iniz unuz yiniz yunuz ayim eyim yayim yeyim alim elim yalim yelim",
  ),
  ...arcs("tense", "sa se", CONDITIONAL),
];
const aorist = arcs("tense", "ar er ir ur r");
const nominal = [
  ...arcs(
    "noun",
    "dik duk tik tuk dig dug tig tug an en yan yen mak mek mag meg acak ecek yacak yecek acag eceg yacag yeceg",
  ),
  ...arcs("noun", "is us yis yus mis mus ici ucu yici yucu"),
];
const converbs = arcs(
  "end",
  "ip up yip yup ince unca inca unce yince yunca yinca arak erek yarak yerek dikca dikce dukca dukce tikca tikce ali eli yali yeli",
);
const negation = [
  ...arcs("negated", "ma me ama eme yama yeme", NEGATIVE),
  ...arcs("tense", "miyor muyor amiyor emiyor yamiyor yemiyor maz mez amaz emez yamaz yemez", NEGATIVE),
  ...arcs("tense", "mam mem amam emem yamam yemem mayiz meyiz amayiz emeyiz", NEGATIVE),
  ...arcs("end", "madan meden amadan emeden yamadan yemeden maksizin meksizin", NEGATIVE),
];
const voice = arcs("verb", "il ul in un n l dir dur tir tur t ir ur is us");
const ability = arcs("able", "abil ebil yabil yebil iver uver");
const verbalNoun = arcs("gerund", "ma me");

const FOLLOWS: Readonly<Record<State, readonly Arc[]>> = {
  noun: [...derived, ...plural, ...owned, ...cases, ...copula],
  plural: [...owned, ...cases, ...copula, ...arcs("noun", "li lu"), ...arcs("noun", "siz suz", PRIVATIVE)],
  owned: [...cases, ...copula],
  case: [...copula, ...arcs("noun", "ki")],
  copula,
  verb: [...voice, ...ability, ...negation, ...tense, ...aorist, ...nominal, ...converbs, ...verbalNoun],
  able: [...tense, ...aorist, ...nominal, ...converbs, ...verbalNoun],
  negated: [...tense, ...nominal, ...converbs, ...verbalNoun],
  tense: [...copula, ...arcs("tense", "i u")],
  gerund: [...derived, ...plural, ...owned, ...cases, ...copula],
  end: [],
};

/** A verbal noun must take a nominal suffix: bare "-me" at the end of a word is read as the negative imperative. */
const CANNOT_END: ReadonlySet<State> = new Set(["gerund"]);

/** Longest suffix chain looked at. */
const LONGEST = 22;

function follow(word: string, at: number, state: State): number {
  if (at === word.length) return CANNOT_END.has(state) ? 0 : VALID;
  let found = 0;
  for (const arc of FOLLOWS[state]) {
    if (word.startsWith(arc.suffix, at)) {
      const rest = follow(word, at + arc.suffix.length, arc.to);
      if (rest !== 0) found |= rest | arc.adds;
    }
  }
  return found;
}

/**
 * Reads what follows a noun, adjective or adverb stem as a chain of nominal suffixes.
 *
 * @param word folded word
 * @param stemEnd where the stem ends in it
 * @returns bits; 0 where it is no such chain
 */
export function readNounSuffixes(word: string, stemEnd: number): number {
  return word.length - stemEnd > LONGEST ? 0 : follow(word, stemEnd, "noun");
}

/** Reads what follows a verb stem as a chain of verbal suffixes; as {@link readNounSuffixes}. */
export function readVerbSuffixes(word: string, stemEnd: number): number {
  return word.length - stemEnd > LONGEST ? 0 : follow(word, stemEnd, "verb");
}

// Every part is of bounded length after the one greedy head, so a 48-letter word costs at most a few hundred steps.
const NEGATIVE_TAIL =
  /^..+(?:m[ae](?:d[iu]|mi[sz]|y[ae]c[ae][kg]|z|yin(?:iz)?$|yip$|d[ae]n$|yiz$)|m[iu]yor|m[ae]mi[sz])/;
const NOUNS_IN_MA = /^(?:firma|sinema|pijama|krema|forma|elma|tema|drama|sema|namaz|yuzme|isleme|sozlesme|gorusme)/;

/**
 * Whether a word of unknown stem looks like a negated verb (`ulaşmadı`, `açılmıyor`, `dönmez`).
 *
 * @param word folded word, at most 48 letters
 */
export function looksNegative(word: string): boolean {
  return word.length > 4 && NEGATIVE_TAIL.test(word) && !NOUNS_IN_MA.test(word);
}
