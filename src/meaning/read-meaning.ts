import { type Place, type Supports, supportOf } from "./collect-cues.js";
import { HEADS, type Head, type HeadName, UNTOLD } from "./heads.js";
import type { CueKind } from "./lexicon.js";
import type { MeaningReader } from "./meaning-model.js";
import type { RuleReading } from "./read-rules.js";

/** A label that holds of a text. */
interface SaidLabel {
  readonly label: string;
  /** Place of the label in the list of its head. */
  readonly place: number;
  /** Probability that it holds, 0 to 1. */
  readonly confidence: number;
}

/** What the trained heads say of one text. */
export interface TextMeaning {
  /** The most probable label of a head, or `null` where that is "not told". */
  readonly bestOf: (name: Exclude<HeadName, "themes" | "urgent">) => SaidLabel | null;
  /** The most probable label of a head but "not told" and but the one of this place; -1 leaves none out. */
  readonly nextOf: (name: HeadName, first: number) => SaidLabel | null;
  /** Probability of the label of this place, 0 to 1. */
  readonly probabilityOf: (name: HeadName, place: number) => number;
  /** Every label of a head that is probable enough to be said, in the order of the head. */
  readonly allOf: (name: HeadName) => readonly SaidLabel[];
  /** Where the text says a label: the cues of its kind, else the words that speak most for it. */
  readonly placesOf: (name: HeadName, kind: CueKind, label: number) => readonly Place[];
}

/** Words told as evidence where no cue is. */
const WORDS_MOST = 3;

/**
 * Reads what the trained heads say of a text that the rules have read.
 *
 * @param sentiment probability of each sentiment of the text
 */
export function readMeaning(
  reader: MeaningReader,
  rules: RuleReading,
  supports: Supports,
  sentiment: Float64Array,
): TextMeaning {
  const probabilities = reader.read(rules.text, rules, supports, sentiment);
  const said = (head: Head, place: number): SaidLabel => ({
    label: head.labels[place] ?? UNTOLD,
    place,
    confidence: probabilities[head.from + place] ?? 0,
  });
  const most = (head: Head, skip: (place: number) => boolean): number => {
    let best = -1;
    for (let place = 0; place < head.labels.length; place++) {
      if (skip(place)) continue;
      if (best < 0 || (probabilities[head.from + place] ?? 0) > (probabilities[head.from + best] ?? 0)) best = place;
    }
    return best;
  };
  return {
    bestOf: (name) => {
      const head = HEADS[name];
      const best = most(head, () => false);
      return head.labels[best] === UNTOLD ? null : said(head, best);
    },
    nextOf: (name, first) => {
      const head = HEADS[name];
      const next = most(head, (place) => place === first || head.labels[place] === UNTOLD);
      return next < 0 ? null : said(head, next);
    },
    probabilityOf: (name, place) => probabilities[HEADS[name].from + place] ?? 0,
    allOf: (name) => {
      const head = HEADS[name];
      const found: SaidLabel[] = [];
      for (let place = 0; place < head.labels.length; place++) {
        const column = head.from + place;
        if ((probabilities[column] ?? 0) >= (reader.thresholds[column] ?? 1)) found.push(said(head, place));
      }
      return found;
    },
    placesOf: (name, kind, label) => {
      const support = supportOf(supports[kind], label);
      if (support !== undefined) return support.places;
      const places: Place[] = [];
      for (const at of reader.tellingTokens(HEADS[name].from + label, WORDS_MOST)) {
        const clause = rules.clauses.findIndex(({ from, to }) => from <= at && at < to);
        // A word that joins clauses stands in none.
        if (clause >= 0) places.push({ clause, match: { from: at, to: at + 1 }, weight: 1 });
      }
      return places;
    },
  };
}
