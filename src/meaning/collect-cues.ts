import type { Span } from "./analysis.js";
import type { CueKind } from "./lexicon.js";
import type { Match } from "./match-cues.js";

/** What speaks for one label in a text. */
export interface Support {
  /** Place of the label in its list. */
  readonly label: number;
  /** Sum of the cue weights, each place in the text counted once. */
  weight: number;
  /** Matches that carried it, with the clause they stand in; in text order. */
  readonly places: { readonly clause: number; readonly match: Match; readonly weight: number }[];
}

/** Cues of a text by kind, then label. */
export type Supports = Readonly<Record<CueKind, Map<number, Support>>>;

/**
 * Gathers the cues of all matches, clause by clause. Of overlapping matches that speak for the same label only the weightiest
 * counts, so that "customer service" and "service" are one place.
 */
export function collectCues(matchesByClause: readonly (readonly Match[])[]): Supports {
  const supports: Supports = {
    theme: new Map(),
    stage: new Map(),
    intent: new Map(),
    emotion: new Map(),
    effort: new Map(),
    touch: new Map(),
    urgent: new Map(),
    nonsense: new Map(),
  };
  matchesByClause.forEach((matches, clause) => {
    for (const match of matches) {
      for (const cue of match.entry.cues) {
        const byLabel = supports[cue.kind];
        let support = byLabel.get(cue.label);
        if (support === undefined) {
          support = { label: cue.label, weight: 0, places: [] };
          byLabel.set(cue.label, support);
        }
        addPlace(support, clause, match, cue.weight);
      }
    }
  });
  return supports;
}

function addPlace(support: Support, clause: number, match: Match, weight: number): void {
  const last = support.places.at(-1);
  if (last !== undefined && last.clause === clause && match.from < last.match.to) {
    if (weight <= last.weight) return;
    support.places.pop();
    support.weight -= last.weight;
  }
  support.places.push({ clause, match, weight });
  support.weight += weight;
}

/** The spans of the places that support a label, at most `most`, in text order, without repeats. */
export function evidenceOf(support: Support, spanOf: (match: Match) => Span, most = 8): Span[] {
  const spans: Span[] = [];
  for (const { match } of support.places) {
    const span = spanOf(match);
    const last = spans.at(-1);
    if (last !== undefined && span[0] < last[1]) continue;
    spans.push(span);
    if (spans.length === most) break;
  }
  return spans;
}
