/** What a word does in its clause, as bits of {@link WordReading.traits}. */
export const TRAIT = {
  /** Turns what follows in its clause (not, never, no). */
  negator: 0x1,
  /** Turns what stands before it (değil, yok). */
  negatorAfter: 0x2,
  /** Its own verb is negated (beğenmedim). */
  negated: 0x4,
  /** "Without" what its stem says (sorunsuz). */
  privative: 0x8,
  /** Strengthens the next word (very, çok). */
  booster: 0x10,
  /** Weakens the next word (slightly, biraz). */
  dampener: 0x20,
  /** More than is good (too, fazla). */
  excess: 0x40,
  /** Starts the clause that counts more (but, ama). */
  contrast: 0x80,
  /** Starts (or, in Turkish, ends) a clause that counts less (although, rağmen). */
  concession: 0x100,
  /** Not told as fact (if, would, keşke, -se). */
  unreal: 0x200,
  /** Asks (what, how, mi, nasıl). */
  question: 0x400,
  /** A unit of time. */
  timeUnit: 0x800,
  /** A number in words. */
  numberWord: 0x1000,
  /** Joins equals (and, or, ve). */
  coordinator: 0x2000,
  /** Gives a reason (because, çünkü). */
  cause: 0x4000,
  /** Marks a comparison that negation strengthens (more, so, such, as). */
  degree: 0x8000,
  /** Starts a new statement after a comma (I, they, the, it). */
  subject: 0x10000,
  /** "Than": what follows is the yardstick. */
  than: 0x20000,
  /** A request (please, lütfen, could you). */
  request: 0x40000,
  /** An auxiliary that asks when it opens a sentence (is, do, can). */
  auxiliary: 0x80000,
  /** The negation reaches only the next few words (no, without, zero). */
  nearNegator: 0x100000,
  /** A comparative or superlative form (kinder, messiest). */
  comparative: 0x200000,
  /** A verb that carries negation of its clause up (think, believe, expect). */
  opinion: 0x400000,
  /** Stands for entries of the vocabulary: its reading has symbols. */
  listed: 0x800000,
} as const;

/** What a word is, found once for each distinct word. */
export interface WordReading {
  /** Numbers of the vocabulary entries that the word may stand for, best first. */
  readonly symbols: readonly number[];
  /** Union of a bit for each symbol, by which most patterns are seen not to go on with the word; 0 without symbols. */
  readonly bits: number;
  /** {@link TRAIT} bits. */
  readonly traits: number;
}

/** The reading of tokens that are no words. */
export const NO_READING: WordReading = { symbols: [], bits: 0, traits: 0 };
