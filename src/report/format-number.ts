import type { Language } from "../core/labels.js";
import type { Share } from "./share.js";

/** What stands where a number cannot be given. */
export const NO_NUMBER = "–";

/** A whole number with thousands grouped: `1,234` in English, `1.234` in Turkish. */
export function formatCount(count: number, language: Language): string {
  const mark = language === "tr" ? "." : ",";
  const digits = String(Math.abs(Math.round(count)));
  let out = "";
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) out += mark;
    out += digits[i];
  }
  return Math.round(count) < 0 ? `−${out}` : out;
}

/** A number with one decimal: `3.6` in English, `3,6` in Turkish. */
export function formatDecimal(value: number, language: Language): string {
  const [whole = "0", part = "0"] = Math.abs(value).toFixed(1).split(".");
  const sign = value < 0 && `${whole}${part}` !== "00" ? "−" : "";
  return `${sign}${formatCount(Number(whole), language)}${language === "tr" ? "," : "."}${part}`;
}

/** A difference or net score as a whole number with its sign: `+12`, `−3`, `0`. */
export function formatSigned(value: number, language: Language): string {
  const whole = Math.round(value);
  return whole > 0 ? `+${formatCount(whole, language)}` : formatCount(whole === 0 ? 0 : whole, language);
}

/** A whole percentage: `45%` in English, `%45` in Turkish. */
function formatPercent(percent: number, language: Language): string {
  return language === "tr" ? `%${formatCount(percent, language)}` : `${formatCount(percent, language)}%`;
}

/**
 * A share as a whole percentage. Some that round to none show as `<1%`, nearly all that round to all as `>99%`; a share of
 * nothing is a dash.
 */
export function formatShare(share: Share, language: Language): string {
  if (share.of === 0) return NO_NUMBER;
  if (share.count > 0 && share.percent === 0) return `<${formatPercent(1, language)}`;
  if (share.count < share.of && share.percent === 100) return `>${formatPercent(99, language)}`;
  return formatPercent(share.percent, language);
}
