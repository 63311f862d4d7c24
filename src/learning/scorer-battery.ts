import { excerpt } from "../core/error.js";
import type { Scorer, Verdict } from "./scorer.js";
import { TASK_KINDS } from "./scorer.js";

/** A way in which a scorer breaks its contract: plain values, for any test runner to show. */
export interface Finding {
  /** The rule that is broken, in words; the same words for the same rule. */
  readonly rule: string;
  /** At most 60 characters of the text it showed on; `null` for rules about the scorer itself. */
  readonly text: string | null;
  readonly expected: string;
  readonly received: string;
}

/** Texts that scorers stumble over, beside a few that customers write. */
const HARD_TEXTS: readonly string[] = [
  "",
  " ",
  "\n\t\r\u00a0\u2028",
  "The parcel came late and nobody answered.",
  "Kargo çok geç geldi, bir daha almam.",
  "DIŞARIDA KALDI, İADE ETTİM!!!",
  "not good not bad not no never none without",
  "😀",
  "👩‍👩‍👧‍👦 ❤️🇹🇷 #️⃣",
  "\ud800",
  "\udc00 late parcel \ud83d",
  "a\u0000b\u0000",
  "\u202eesrever\u202c \ufeff\u200b\u200d",
  "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  "__proto__",
  "constructor toString hasOwnProperty __proto__ valueOf",
  "<script>alert('kettle')</script> https://example.com/?a=1&b=2 someone@example.com @shop #fail",
  "!!!???...,,,;;;",
  "0 1 -1 1e308 NaN Infinity $12.50 12,50 TL",
  "漢字かなカナ한국어العربيةעברית",
];

const MILLION = 1_000_000;

/** The same words without end, one word without end, and the same mark without end. */
function longTexts(): readonly string[] {
  return ["late parcel, ".repeat(Math.ceil(MILLION / 13)).slice(0, MILLION), "a".repeat(MILLION), "!".repeat(MILLION)];
}

/** Probabilities that should add up to 1 may miss it by this much. */
const SLACK = 1e-9;

/**
 * Holds a scorer against the contract of {@link Scorer}: any text is read and none throws; probabilities are as many as labels, 0 to
 * 1, and add up to 1 for `single` and `ordinal`; labels said are its own, none twice, most probable first, at most one for
 * `single` and `ordinal`; the same text gives the same verdict, whatever was read before.
 *
 * @param texts further texts to read, such as those of your own customers, beside the hard ones that are always read
 * @returns what was found, in the order of the texts; empty where all is well. At most one finding a rule and text
 * @example
 * const model = await trainModel([
 *   { text: "Where is my parcel?", label: "delivery" },
 *   { text: "I was charged twice", label: "billing" },
 * ]);
 * checkScorer(createScorer(model)); // []
 */
export function checkScorer(scorer: Scorer, texts: readonly string[] = []): readonly Finding[] {
  const findings = checkLabels(scorer);
  if (findings.length > 0) return findings;
  const all = [...HARD_TEXTS, ...longTexts(), ...texts];
  const first = all.map((text) => readText(scorer, text, findings));
  all.forEach((text, n) => {
    const verdict = first[n];
    if (verdict !== undefined) findings.push(...checkVerdict(scorer, text, verdict.value));
  });
  // A second time in the opposite order, so that every text comes after other ones.
  for (let n = all.length - 1; n >= 0; n--) {
    const text = all[n] ?? "";
    const before = first[n];
    const after = before === undefined ? undefined : readText(scorer, text, findings);
    if (before === undefined || after === undefined || before.written === after.written) continue;
    const rule = "the same text gives the same verdict";
    findings.push({ rule, text: excerpt(text), expected: excerpt(before.written), received: excerpt(after.written) });
  }
  return findings;
}

/** A verdict, and its JSON at the time it was given: a scorer may write over what it gave before. */
interface ReadVerdict {
  readonly value: Verdict;
  readonly written: string;
}

function readText(scorer: Scorer, text: string, findings: Finding[]): ReadVerdict | undefined {
  const rule = "any text is read";
  try {
    const value: unknown = scorer.score(text);
    if (isVerdict(value)) {
      const copy = { labels: [...value.labels], probabilities: [...value.probabilities] };
      return { value: copy, written: JSON.stringify(copy, showNumber) };
    }
    const expected = "{ labels: strings, probabilities: numbers }";
    findings.push({ rule, text: excerpt(text), expected, received: excerpt(value) });
  } catch (error) {
    const received = `an error: ${excerpt(error instanceof Error ? error.message : error)}`;
    findings.push({ rule, text: excerpt(text), expected: "a verdict", received });
  }
  return undefined;
}

/** JSON has no NaN and no -0. */
function showNumber(_: string, value: unknown): unknown {
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)) ? `number ${value}` : value;
}

function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== "object" || value === null) return false;
  // Nothing is known of its parts yet.
  const { labels, probabilities } = value as { labels?: unknown; probabilities?: unknown };
  return (
    Array.isArray(labels) &&
    labels.every((label) => typeof label === "string") &&
    Array.isArray(probabilities) &&
    probabilities.every((probability) => typeof probability === "number")
  );
}

function checkLabels({ kind, labels }: Scorer): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: string, expected: string, received: unknown): void => {
    findings.push({ rule, text: null, expected, received: excerpt(received) });
  };
  if (!TASK_KINDS.includes(kind)) add("the kind is known", TASK_KINDS.join(", "), kind);
  if (!Array.isArray(labels) || labels.length === 0) add("there are labels", "a list of at least one", labels);
  else if (new Set(labels).size !== labels.length) add("no label is there twice", "labels that differ", labels);
  return findings;
}

function checkVerdict({ kind, labels }: Scorer, text: string, verdict: Verdict): Finding[] {
  const { labels: said, probabilities } = verdict;
  const findings: Finding[] = [];
  const hold = (holds: boolean, rule: string, expected: string, received: unknown): void => {
    if (!holds) findings.push({ rule, text: excerpt(text), expected, received: excerpt(received) });
  };
  const count = probabilities.length;
  hold(count === labels.length, "there is a probability for each label", String(labels.length), count);
  const wild = probabilities.find((probability) => !(probability >= 0 && probability <= 1));
  hold(wild === undefined, "probabilities are from 0 to 1", "0 to 1", String(wild));
  const sum = probabilities.reduce((total, probability) => total + probability, 0);
  const adds = kind === "multi" || Math.abs(sum - 1) <= SLACK;
  hold(adds, "probabilities add up to 1", "1", String(sum));
  const foreign = said.find((label) => !labels.includes(label));
  hold(foreign === undefined, "labels said are its own", labels.join(", "), foreign);
  hold(new Set(said).size === said.length, "no label is said twice", "labels that differ", said);
  hold(kind === "multi" || said.length <= 1, "at most one label is said", "one or none", said);
  const own = said.map((label) => probabilities[labels.indexOf(label)] ?? 0);
  const falls = own.every((probability, n) => n === 0 || probability <= (own[n - 1] ?? 0));
  hold(falls, "the most probable label is said first", "probabilities that fall", own);
  const top = Math.max(...probabilities);
  const leads = kind === "multi" || own.length === 0 || (own[0] ?? 0) >= top;
  hold(leads, "the label said is the most probable one", String(top), own[0]);
  return findings;
}
