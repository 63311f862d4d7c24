import { excerpt } from "../core/error.js";
import type { Language } from "../core/labels.js";

/** A value that was read, or why it could not be. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Spellings of "not known" in any column but the text. */
const ABSENT_ANYWHERE: ReadonlySet<string> = new Set(["", "null", "nan", "\\n", "#n/a", "undefined", "(null)"]);

/** Further spellings in columns of numbers and dates; a region may well be called NA, a plan None. */
const ABSENT_NUMBER: ReadonlySet<string> = new Set(["na", "n/a", "none", "nil", "-", "--", "?", "yok"]);

/** Whether a cell says that the value is not known: "" and spellings of null; with `strict` also NA, none and the like. */
export function isAbsent(cell: string, strict: boolean): boolean {
  const trimmed = cell.trim();
  if (trimmed.length > 12) return false;
  const folded = trimmed.toLowerCase();
  return ABSENT_ANYWHERE.has(folded) || (strict && ABSENT_NUMBER.has(folded));
}

const PLAIN_NUMBER = /^[+-]?\d{1,17}(?:[.,]\d{1,17})?$/;
const OUT_OF =
  /^(\d{1,3}(?:[.,]\d{1,6})?) ?(?:\/|out of|of|üzer[iİ]nden) ?(\d{1,3})(?:[.,]0)?(?: ?(?:stars?|points?|y[ıi]ld[ıi]z|puan))?$/i;
const WITH_UNIT = /^(\d{1,3}(?:[.,]\d{1,6})?) ?(?:stars?|★|⭐|points?|y[ıi]ld[ıi]z|puan)$/i;

/**
 * Reads an answer on a scale: `4`, `4.5`, `4,5`, `4/5`, `4.0 out of 5 stars`, `4 yıldız`. What is written as out of
 * another number than `max` is refused, never rescaled. The range itself is checked by the schema.
 */
export function coerceScore(value: string | number, max: number): Read<number> {
  if (typeof value === "number") return { ok: true, value };
  const text = value.trim();
  const refused = (reason: string): Read<number> => ({ ok: false, reason: `${reason}, got ${excerpt(text)}` });
  if (text.length > 64) return refused("expected a number");
  if (PLAIN_NUMBER.test(text)) return { ok: true, value: toNumber(text) };
  const unit = WITH_UNIT.exec(text);
  if (unit !== null) return { ok: true, value: toNumber(unit[1] ?? "") };
  const [, number, whole] = OUT_OF.exec(text) ?? [];
  if (number === undefined) return refused("expected a number");
  if (Number(whole) !== max) return refused(`expected an answer out of ${max}`);
  return { ok: true, value: toNumber(number) };
}

const GROUPED_COMMA = /^[+-]?\d{1,3}(?:,\d{3}){1,5}\.\d{1,6}$/;
const GROUPED_DOT = /^[+-]?\d{1,3}(?:\.\d{3}){1,5},\d{1,6}$/;
const EXPONENT = /^[+-]?\d{1,3}(?:\.\d{1,17})?e[+-]?\d{1,2}$/i;
const CURRENCY = /^[$€£₺] ?|(?: ?[$€£₺]| (?:TL|TRY|USD|EUR|GBP))$/gi;

/**
 * Reads an amount: `1200`, `1200.5`, `1200,5`, `1,200.50`, `1.200,50`, `1e3`, also beside a currency sign. A comma before
 * three digits (`1,200`) is refused, because it may be a decimal comma or part thousands; so is a dot beside a currency
 * sign (`1.200 TL`).
 */
export function coerceAmount(value: string | number): Read<number> {
  if (typeof value === "number") return { ok: true, value };
  const written = value.trim();
  const refused = (reason: string): Read<number> => ({ ok: false, reason: `${reason}, got ${excerpt(written)}` });
  if (written.length > 64) return refused("expected a number");
  const text = written.replace(CURRENCY, "");
  if (/^[+-]?\d{1,3}(?:,\d{3})+$/.test(text))
    return refused("a comma before three digits may mean either of two numbers");
  // Without a currency a dot before three digits is a decimal point: machines write 12.345, and nobody such a price.
  if (text !== written && /^[+-]?\d{1,3}\.\d{3}$/.test(text)) {
    return refused("a dot before three digits of a price may mean either of two numbers");
  }
  if (PLAIN_NUMBER.test(text)) return { ok: true, value: toNumber(text) };
  if (GROUPED_COMMA.test(text)) return { ok: true, value: Number(text.replaceAll(",", "")) };
  if (GROUPED_DOT.test(text)) return { ok: true, value: toNumber(text.replaceAll(".", "")) };
  if (EXPONENT.test(text)) return { ok: true, value: Number(text) };
  return refused("expected a number");
}

function toNumber(text: string): number {
  return Number(text.replace(",", "."));
}

const LANGUAGE_NAMES: ReadonlyMap<string, Language> = new Map<string, Language>([
  ["en", "en"],
  ["eng", "en"],
  ["english", "en"],
  ["ingilizce", "en"],
  ["tr", "tr"],
  ["tur", "tr"],
  ["turkish", "tr"],
  ["türkçe", "tr"],
  ["turkce", "tr"],
]);

/** Reads `en`, `en-GB`, `English`, `tr_TR`, `Türkçe` …; any other value gives nothing, so that the text itself decides. */
export function coerceLanguage(value: string): Language | undefined {
  if (value.length > 40) return undefined;
  const [word = ""] = value
    .trim()
    .replaceAll("İ", "i")
    .toLowerCase()
    .split(/[-_ (]/, 1);
  return LANGUAGE_NAMES.get(word);
}
