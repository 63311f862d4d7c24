import { type SentimentLabel, STAGES } from "../../src/core/labels.js";
import type { CrossTally, NamedTally, Quote, QuoteSample, Summary, Tally } from "../../src/pattern/summary.js";

/** Verbatims by sentiment: negative, mixed, neutral, positive. */
export type Counts = readonly [negative: number, mixed: number, neutral: number, positive: number];

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

export function tally([negative, mixed, neutral, positive]: Counts, given: Partial<Tally> = {}): Tally {
  return {
    n: negative + mixed + neutral + positive,
    sentiment: { negative, neutral, mixed, positive },
    scores: zeros(21),
    rating: zeros(5),
    nps: zeros(11),
    csat: zeros(11),
    ces: zeros(7),
    ...given,
  };
}

const named = (lists: Readonly<Record<string, Counts>>): NamedTally[] =>
  Object.entries(lists)
    .map(([name, counts]) => ({ name, ...tally(counts) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const crossed = (lists: Readonly<Record<string, Counts>>): CrossTally[] =>
  named(lists).map(({ name, ...rest }) => ({
    name: name.split("@")[0] ?? "",
    within: name.split("@")[1] ?? "",
    ...rest,
  }));

/** A quote whose evidence is the part between the two "|". */
export function quote(
  id: string,
  marked: string,
  sentiment: SentimentLabel,
  at = "2026-03-14",
  channel = "review",
): Quote {
  const [before = "", evidence = "", after = ""] = marked.split("|");
  const span: [number, number] = [before.length, before.length + evidence.length];
  return { id, text: before + evidence + after, at, channel, sentiment, span, hash: id.padStart(14, "0") };
}

const sample = (theme: string, sentiment: SentimentLabel, ...quotes: Quote[]): QuoteSample => ({
  theme,
  sentiment,
  quotes,
});

export const NOTHING_SAID: Summary = {
  format: "verbatims-summary",
  version: 1,
  models: [],
  quotesKept: 5,
  all: tally([0, 0, 0, 0]),
  languages: [],
  themes: [],
  stages: [],
  intents: [],
  emotions: [],
  efforts: [],
  touchpoints: [],
  channels: [],
  segments: [],
  months: [],
  themesByStage: [],
  themesByMonth: [],
  stagesByChannel: [],
  intentsByChannel: [],
  urgent: 0,
  urgentByChannel: [],
  advocates: 0,
  advocatesByChannel: [],
  quotes: [],
};

/** Half a year of an invented shop for kitchen things, with all that a report can tell. */
export const SHOP: Summary = {
  ...NOTHING_SAID,
  models: [
    { language: "en", model: "en-1.0.0-3f9c2a1b" },
    { language: "tr", model: "tr-1.0.0-77b0e4d2" },
  ],
  all: tally([812, 187, 304, 1149], {
    n: 2467,
    rating: [402, 211, 288, 530, 910],
    nps: [31, 8, 12, 14, 19, 40, 38, 77, 121, 166, 240],
    csat: [1, 0, 2, 1, 3, 2, 4, 3, 5, 2, 1],
    ces: [44, 61, 70, 52, 40, 21, 12],
  }),
  languages: named({ en: [590, 140, 210, 880], tr: [222, 47, 94, 269], other: [0, 0, 0, 0] }).map((entry) =>
    entry.name === "other" ? { ...entry, n: 15 } : entry,
  ),
  themes: named({
    delivery: [301, 41, 28, 190],
    quality: [188, 60, 31, 520],
    returns: [142, 12, 20, 31],
    responsiveness: [120, 9, 14, 44],
    billing: [88, 6, 30, 12],
    price: [71, 33, 25, 160],
    usability: [40, 22, 11, 210],
    staff: [35, 9, 4, 171],
    information: [33, 5, 41, 12],
    personalization: [3, 1, 2, 6],
    "kitchen/noise": [12, 4, 2, 9],
  }),
  stages: named({
    consideration: [22, 9, 88, 41],
    purchase: [318, 52, 61, 240],
    use: [205, 96, 58, 690],
    support: [231, 21, 70, 88],
    loyalty: [24, 4, 3, 61],
    awareness: [2, 1, 4, 5],
  }),
  themesByStage: crossed({
    "delivery@purchase": [288, 40, 25, 186],
    "billing@purchase": [61, 4, 22, 9],
    "quality@use": [166, 55, 28, 498],
    "usability@use": [38, 20, 10, 204],
    "returns@support": [131, 11, 19, 29],
    "responsiveness@support": [110, 8, 13, 40],
    "price@consideration": [14, 5, 20, 21],
    "trust@loyalty": [9, 1, 1, 14],
    "information@awareness": [2, 1, 3, 1],
    "staff@support": [20, 3, 2, 61],
  }),
  intents: named({
    complaint: [720, 101, 0, 20],
    praise: [0, 40, 0, 960],
    question: [20, 5, 190, 8],
    request: [31, 18, 44, 12],
    churn: [36, 4, 1, 0],
    recommendation: [5, 3, 0, 88],
    statement: [0, 16, 69, 61],
  }),
  emotions: named({
    satisfaction: [0, 30, 0, 602],
    frustration: [310, 60, 2, 0],
    disappointment: [220, 55, 1, 0],
    delight: [0, 2, 0, 288],
    anger: [121, 3, 0, 0],
    worry: [44, 6, 12, 0],
    confusion: [18, 7, 40, 0],
  }),
  efforts: named({ high: [166, 14, 3, 2], low: [0, 8, 1, 141] }),
  touchpoints: named({ "mobile-app": [61, 11, 20, 90], phone: [88, 4, 12, 31], store: [10, 2, 4, 40] }),
  channels: named({ review: [410, 120, 90, 801], survey: [201, 50, 101, 290], ticket: [201, 17, 113, 58] }),
  segments: named(
    Object.fromEntries(
      [
        "Ankara",
        "Bursa",
        "İzmir",
        "London",
        "Leeds",
        "York",
        "Bath",
        "Derby",
        "Kent",
        "Wells",
        "Truro",
        "Ely",
        "Ripon",
        "Hove",
      ].map((city, i): [string, Counts] => [city, [60 - i * 3, 20 - i, 25, 100 - i * 4]]),
    ),
  ),
  months: named({
    "2025-11": [90, 30, 44, 170],
    "2025-12": [188, 41, 60, 190],
    "2026-01": [160, 30, 55, 199],
    "2026-02": [121, 28, 50, 188],
    "2026-03": [131, 30, 49, 210],
    "2026-04": [122, 28, 46, 192],
  }),
  themesByMonth: crossed({
    "delivery@2025-11": [20, 5, 2, 40],
    "delivery@2025-12": [71, 8, 4, 31],
    "delivery@2026-01": [66, 8, 4, 30],
    "delivery@2026-02": [50, 8, 6, 30],
    "delivery@2026-03": [30, 6, 6, 30],
    "delivery@2026-04": [21, 6, 6, 29],
    "billing@2026-01": [9, 1, 4, 6],
    "billing@2026-04": [40, 1, 4, 2],
    "price@2025-12": [12, 4, 3, 22],
    "price@2026-03": [14, 4, 3, 21],
    "returns@2026-04": [12, 1, 1, 2],
  }),
  urgent: 38,
  quotes: [
    sample("", "negative", quote("w-1", "Nothing |worked|.", "negative")),
    sample(
      "delivery",
      "negative",
      quote(
        "r-204",
        "The kettle itself is lovely, but |the parcel came nine days late| and nobody told me.",
        "negative",
      ),
      quote(
        "a-17",
        "|Kargo şubede dört gün bekledi|, kapıya hiç gelmediler.",
        "negative",
        "2026-01-09T14:20:00+03:00",
        "survey",
      ),
      quote(
        "t-9",
        'Box <b>crushed</b> & "return to sender" on it. |Where is my order|? [track](http://x.example)',
        "negative",
        "2026-02-02",
        "ticket",
      ),
    ),
    sample("delivery", "positive", quote("r-3", "|Here the next morning|, well packed.", "positive")),
    sample(
      "quality",
      "negative",
      quote("r-77", "After three weeks |the handle came off| in my hand.", "negative", "2025-12-30"),
    ),
    sample(
      "quality",
      "positive",
      quote("r-8", "|Best pan I have owned|, and I have owned a few.", "positive"),
      quote("r-31", "Çok sağlam, |üç yıldır her gün kullanıyorum|.", "positive", "2026-04-01"),
    ),
    sample(
      "returns",
      "negative",
      quote(
        "t-41",
        "I |sent it back in November and am still waiting| for the money.",
        "negative",
        "2026-01-20",
        "ticket",
      ),
    ),
    sample(
      "responsiveness",
      "negative",
      quote("t-52", "Third mail, |still no answer|.", "negative", "2026-02-11", "ticket"),
    ),
    sample("usability", "positive", quote("r-90", "|Set up in two minutes|, the app found it at once.", "positive")),
  ],
};

/** Every text in it comes from someone else: the given text stands wherever a summary holds foreign text. */
export function summaryOf(text: string): Summary {
  const own = (counts: Counts): NamedTally[] => [{ name: text, ...tally(counts) }];
  const foreign: Quote = { id: text, text, at: text, channel: text, sentiment: "negative", span: [1, 3], hash: "0" };
  return {
    ...SHOP,
    models: [{ language: "en", model: text }],
    themes: own([40, 1, 2, 30]),
    channels: own([4, 1, 2, 3]),
    segments: own([4, 1, 2, 3]),
    touchpoints: own([4, 1, 2, 3]),
    languages: own([4, 1, 2, 3]),
    intents: own([4, 1, 2, 3]),
    emotions: own([4, 1, 2, 3]),
    efforts: own([4, 1, 2, 3]),
    themesByStage: STAGES.map((within) => ({ name: text, within, ...tally([4, 1, 2, 3]) })),
    themesByMonth: ["2025-11", "2026-04"].map((within, i) => ({
      name: text,
      within,
      ...tally([20 + i * 30, 1, 2, 30]),
    })),
    quotes: [
      sample(text, "negative", foreign),
      sample(text, "positive", { ...foreign, id: `${text}2`, sentiment: "positive" }),
    ],
  };
}
