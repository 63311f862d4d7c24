import fc from "fast-check";
import type { Analysis, Span } from "../../src/meaning/analysis.js";

/** Words and signs that readings hang on, so that random texts say something often enough. */
const TELLING = [
  ..."great terrible not never but although however refund broke broken late again waited weeks app crashed please".split(
    " ",
  ),
  ..."why where can't thanks cancel fraud easy staff çok kötü değil ama rağmen geldi gelmedi kargo iade bozuldu harika".split(
    " ",
  ),
  ..."yok mi mı neden teşekkürler uygulama çöktü İade ISPARTA ıslak cok kotu degil https://example.com/a?b=1 @shop #sad".split(
    " ",
  ),
  ...[
    "😡",
    "👏👏",
    "👩‍👩‍👧‍👦",
    "🇹🇷",
    "👍🏽",
    ":)",
    ":-(",
    "...",
    "!!!",
    "?",
    ".",
    ",",
    ";",
    "\n",
    "\n\n",
    "£42",
    "1.290 TL",
    "3/5",
  ],
  ..."sooooo goooood n't ’s “ ” ' \" ( ) - — _ * <b> &amp; 0 17 2026-03-01".split(" "),
  ..."had to call three times|took me hours|so easy to set up|one click and done|üç kere aradım|çok kolay oldu|Lovely kettle, but the delivery was terrible.|Ürün güzel ama kargo berbattı.".split(
    "|",
  ),
];

/** Characters that break careless code: halves of pairs, joiners, marks that turn direction, letters that change length. */
const HOSTILE = [
  "\ud800",
  "\udfff",
  "\ude00\ud83d",
  "\u200d",
  "\ufe0f",
  "\u0301",
  "\u202e",
  "\ufeff",
  "\u0000",
  "İ",
  "ß",
  "ﬁ",
  "\u2028",
  "\t",
  "\r",
  "\u00a0",
];

/** Any string at all: any code units, lone surrogates among them, and words that mean something. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...TELLING) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 60 },
  )
  .chain((pieces) => fc.constantFrom("", " ").map((between) => pieces.join(between)));

/** Every list of evidence of an analysis, with the place it is at. */
export function evidenceOf(analysis: Analysis): readonly (readonly [place: string, spans: readonly Span[]])[] {
  return [
    ["sentiment", analysis.sentiment?.evidence ?? []],
    ...analysis.themes.map(({ theme, evidence }) => [theme, evidence] as const),
    ["stage", analysis.stage?.evidence ?? []],
    ["effort", analysis.effort?.evidence ?? []],
    ...analysis.touchpoints.map(({ touchpoint, evidence }) => [touchpoint, evidence] as const),
    ["clauses", analysis.clauses.map(({ span }) => span)],
  ];
}
