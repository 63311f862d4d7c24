/** A range of Net Promoter Scores that goes by one name. */
export interface NpsBand {
  readonly band: "poor" | "good" | "excellent" | "world-class";
  /** Where the band begins; it ends where the next begins. */
  readonly from: number;
  /** Whether the score that it begins at belongs to it. */
  readonly startsIncluded: boolean;
}

/**
 * The names that scores usually go by. A rule of thumb of the trade, derived from no data: scores differ by country, trade and way of
 * asking, so that a company's own past is the better measure.
 *
 * Source: CustomerGauge, What is a good Net Promoter Score (above 0 good, from 50 excellent, from 70 world-class). Bain and Company draw the
 * lines elsewhere (above 20 favourable, above 80 world-class).
 */
export const NPS_BANDS: readonly NpsBand[] = [
  { band: "poor", from: -100, startsIncluded: true },
  { band: "good", from: 0, startsIncluded: false },
  { band: "excellent", from: 50, startsIncluded: true },
  { band: "world-class", from: 70, startsIncluded: true },
];

/** The band of a score; `null` of none. */
export function bandOf(score: number | null): NpsBand["band"] | null {
  if (score === null) return null;
  return (
    NPS_BANDS.findLast(({ from, startsIncluded }) => score > from || (startsIncluded && score === from))?.band ?? null
  );
}
