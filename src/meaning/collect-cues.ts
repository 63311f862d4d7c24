import type { Span } from "./analysis.js";
import { type CueKind, SLOTS } from "./lexicon.js";
import type { Match } from "./match-cues.js";

/** A place in the text that speaks for a label: its tokens `[from, to)`, the clause it stands in, and how strongly it speaks. */
export interface Place {
  readonly clause: number;
  readonly match: TokenRun;
  readonly weight: number;
}

/** The tokens `[from, to)`. */
export interface TokenRun {
  readonly from: number;
  readonly to: number;
}

/** What speaks for one label in a text. */
export interface Support {
  /** Place of the label in its list. */
  readonly label: number;
  /** Sum of the cue weights, each place in the text counted once. */
  weight: number;
  /** Matches that carried it, in text order. */
  readonly places: Place[];
}

/** Cues of a text by kind; within a kind in the order in which the text first speaks for a label. */
export type Supports = Readonly<Record<CueKind, Support[]>>;

/**
 * Gathers the cues of all matches, clause by clause. Of overlapping matches that speak for the same label only the weightiest
 * counts, so that "customer service" and "service" are one place.
 */
export function collectCues(matchesByClause: readonly (readonly Match[])[]): Supports {
  const supports: Supports = {
    theme: [],
    stage: [],
    intent: [],
    emotion: [],
    effort: [],
    touch: [],
    urgent: [],
    nonsense: [],
  };
  met.fill(undefined);
  for (let clause = 0; clause < matchesByClause.length; clause++) {
    for (const match of matchesByClause[clause] ?? []) {
      for (const { kind, label, slot, weight } of match.entry.cues) {
        const support = met[slot];
        if (support === undefined) {
          const first: Support = { label, weight, places: [{ clause, match, weight }] };
          met[slot] = first;
          supports[kind].push(first);
        } else addPlace(support, clause, match, weight);
      }
    }
  }
  return supports;
}

/** The supports of the text at hand by the slots of their labels: a number is found faster than a kind and a label. */
const met = new Array<Support | undefined>(SLOTS).fill(undefined);

function addPlace(support: Support, clause: number, match: Match, weight: number): void {
  const { places } = support;
  const last = places[places.length - 1];
  const place: Place = { clause, match, weight };
  if (last !== undefined && last.clause === clause && match.from < last.match.to) {
    if (weight <= last.weight) return;
    support.weight -= last.weight;
    places[places.length - 1] = place;
  } else places.push(place);
  support.weight += weight;
}

/** What speaks for a label; `undefined` where nothing does. */
export function supportOf(supports: readonly Support[], label: number): Support | undefined {
  for (const support of supports) if (support.label === label) return support;
  return undefined;
}

/** The spans of the places that support a label, at most `most`, in text order, without repeats. */
export function evidenceOf(places: readonly Place[], spanOf: (run: TokenRun) => Span, most = 8): Span[] {
  const spans: Span[] = [];
  let end = -1;
  for (const { match } of places) {
    const span = spanOf(match);
    if (span[0] < end) continue;
    spans.push(span);
    end = span[1];
    if (spans.length === most) break;
  }
  return spans;
}
