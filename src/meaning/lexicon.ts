import { EFFORTS, EMOTIONS, INTENTS, type Language, STAGES, THEMES, TOUCHPOINTS } from "../core/labels.js";
import type { PatternTrie } from "./pattern-trie.js";
import type { Vocabulary } from "./vocabulary.js";

/** What a cue speaks for, besides sentiment. */
export const CUE_KINDS = ["theme", "stage", "intent", "emotion", "effort", "touch", "urgent", "nonsense"] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** The labels of each kind. */
export const CUE_LABELS: Readonly<Record<CueKind, readonly string[]>> = {
  theme: THEMES,
  stage: STAGES,
  intent: INTENTS,
  emotion: EMOTIONS,
  effort: EFFORTS,
  touch: TOUCHPOINTS,
  urgent: ["urgent"],
  nonsense: ["nonsense"],
};

/** Slot of the first label of each kind. */
const FIRST_SLOTS: ReadonlyMap<CueKind, number> = new Map(
  CUE_KINDS.map((kind, i) => [kind, CUE_KINDS.slice(0, i).reduce((sum, before) => sum + CUE_LABELS[before].length, 0)]),
);

/** Number of a label among those of all kinds. */
export function slotOf(kind: CueKind, label: number): number {
  return (FIRST_SLOTS.get(kind) ?? 0) + label;
}

/** Number of labels of all kinds. */
export const SLOTS: number = CUE_KINDS.reduce((sum, kind) => sum + CUE_LABELS[kind].length, 0);

/** One thing that a matched pattern speaks for. */
export interface Cue {
  readonly kind: CueKind;
  /** Place of the label in its list. */
  readonly label: number;
  /** Number of the label among those of all kinds. */
  readonly slot: number;
  /** How strongly, above 0; 1 makes it probable by itself. */
  readonly weight: number;
}

/** What a pattern says where it matches. */
export interface Entry {
  /** Valence from -4 to 4, 0 to silence shorter matches inside, or `null` for none. */
  readonly valence: number | null;
  /** Complete in itself: negation does not turn it. */
  readonly fixed: boolean;
  /** Praise that turns bitter beside bad news ("congratulations on losing my case"). */
  readonly ironic: boolean;
  readonly cues: readonly Cue[];
}

/** Patterns over the symbols of a vocabulary. */
export interface Lexicon {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly trie: PatternTrie;
  /** Entry that ends at each node. */
  readonly entries: readonly (Entry | undefined)[];
  /** Hash of the source it was compiled from. */
  readonly fingerprint: string;
}

/** Puts a lexicon together from its parts. */
export function createLexicon(
  vocabulary: Vocabulary,
  trie: PatternTrie,
  entries: readonly (Entry | undefined)[],
  fingerprint: string,
): Lexicon {
  return { language: vocabulary.language, vocabulary, trie, entries, fingerprint };
}

/** Makes the cue of a kind's label, by the place of the label in its list. */
export function createCue(kind: CueKind, label: number, weight: number): Cue {
  return { kind, label, slot: slotOf(kind, label), weight };
}
