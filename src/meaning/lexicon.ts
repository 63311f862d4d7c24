import { VerbatimsError } from "../core/error.js";
import { hashText } from "../core/hash.js";
import { EFFORTS, EMOTIONS, INTENTS, type Language, STAGES, THEMES, TOUCHPOINTS } from "../core/labels.js";
import { expandPattern, FIRST_WORD_SYMBOL } from "./cue-pattern.js";
import { addChild, childOf, createTrie, type PatternTrie } from "./pattern-trie.js";
import { createVocabulary, type Vocabulary } from "./vocabulary.js";

/** What a cue speaks for, besides sentiment. */
export const CUE_KINDS = ["theme", "stage", "intent", "emotion", "effort", "touch", "urgent", "nonsense"] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** Lines of one plain word with a valence, by far the most: read without the full grammar. */
const PLAIN_LINE = /^([a-z]+)\tv=(-?(?:[0-3](?:\.\d+)?|4))$/;

const LABELS: Readonly<Record<CueKind, readonly string[]>> = {
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
  CUE_KINDS.map((kind, i) => [kind, CUE_KINDS.slice(0, i).reduce((sum, before) => sum + LABELS[before].length, 0)]),
);

/** Number of labels of all kinds together. */
export const SLOTS: number = CUE_KINDS.reduce((sum, kind) => sum + LABELS[kind].length, 0);

/** One thing that a matched pattern speaks for. */
export interface Cue {
  readonly kind: CueKind;
  /** Place of the label in its list. */
  readonly label: number;
  /** Number of the label among those of all kinds, below {@link SLOTS}. */
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
  /** Node that a first symbol leads to, 0 for none. */
  readonly roots: Int32Array;
  /** Entry that ends at each node. */
  readonly entries: readonly (Entry | undefined)[];
  /** Hash of the source it was compiled from. */
  readonly fingerprint: string;
}

/**
 * Compiles a lexicon from its source: lines of `pattern<TAB>tags`, where `#` starts a comment line. Later lines about the same
 * pattern add their cues and replace its valence.
 *
 * @throws VerbatimsError `damaged-model` naming the line where a tag is unknown or a pattern does not parse
 */
export function compileLexicon(source: string, language: Language): Lexicon {
  const vocabulary = createVocabulary(language);
  const trie = createTrie();
  const entries: (Entry | undefined)[] = [undefined];
  const addEntry = (symbols: readonly number[], entry: Entry): void => {
    let node = 0;
    for (const symbol of symbols) node = addChild(trie, node, symbol);
    while (entries.length < trie.size) entries.push(undefined);
    if (node > 0) entries[node] = joinEntries(entries[node], entry);
  };
  let line = 0;
  for (const row of source.split("\n")) {
    line++;
    if (row === "" || row.startsWith("# ") || row === "#") continue;
    const plain = language === "en" ? PLAIN_LINE.exec(row) : null;
    if (plain?.[1] !== undefined && !/(.)\1\1/.test(plain[1])) {
      addEntry([vocabulary.symbolOfWord(plain[1])], {
        valence: Number(plain[2]),
        fixed: false,
        ironic: false,
        cues: [],
      });
      continue;
    }
    const tab = row.indexOf("\t");
    if (tab < 1) throw wrongLine(language, line, "a pattern, a tab and its tags", row);
    const pattern = row.slice(0, tab);
    const tags = parseTags(row.slice(tab + 1), language, line);
    // A pattern that asks for a negated verb has the negation in it already.
    const entry = pattern.includes("-!") ? { ...tags, fixed: true } : tags;
    // Faces such as ":)" would read as brackets; a pattern without a letter or digit is one token.
    const sequences = /[\p{L}\d<]/u.test(pattern) && pattern !== "<3" ? expandPattern(pattern) : [[pattern]];
    for (const places of sequences) addEntry(places.flatMap(vocabulary.symbolsOfPlace), entry);
  }
  return {
    language,
    vocabulary,
    trie,
    roots: rootsOf(trie, vocabulary.size()),
    entries,
    fingerprint: hashText(source).slice(-8),
  };
}

/** The child of the root by each symbol: most walks end there. */
function rootsOf(trie: PatternTrie, symbols: number): Int32Array {
  const roots = new Int32Array(Math.max(symbols, FIRST_WORD_SYMBOL));
  for (let symbol = 0; symbol < roots.length; symbol++) roots[symbol] = childOf(trie, 0, symbol);
  return roots;
}

function joinEntries(before: Entry | undefined, entry: Entry): Entry {
  if (before === undefined) return entry;
  const cues = [...before.cues];
  for (const cue of entry.cues) {
    const same = cues.findIndex((other) => other.kind === cue.kind && other.label === cue.label);
    const old = cues[same];
    if (old === undefined) cues.push(cue);
    else if (cue.weight > old.weight) cues[same] = cue;
  }
  const replaces = entry.valence !== null;
  return {
    valence: replaces ? entry.valence : before.valence,
    fixed: replaces ? entry.fixed : before.fixed,
    ironic: entry.ironic || before.ironic,
    cues,
  };
}

function parseTags(tags: string, language: Language, line: number): Entry {
  let valence: number | null = null;
  let fixed = false;
  let ironic = false;
  const cues: Cue[] = [];
  for (const tag of tags.trim().split(/\s+/)) {
    if (tag === "fixed" || tag === "ironic") {
      fixed ||= tag === "fixed";
      ironic ||= tag === "ironic";
      continue;
    }
    const [head = "", value = ""] = tag.split("=", 2);
    if (head === "v") {
      valence = Number(value);
      if (!(valence >= -4 && valence <= 4)) throw wrongLine(language, line, "a valence from -4 to 4", tag);
      continue;
    }
    const [name = "", weightText = "1"] = (value === "" ? tag : value).split(":", 2);
    const kind = CUE_KINDS.find((known) => known === (value === "" ? name : head));
    const label = kind === undefined ? -1 : LABELS[kind].indexOf(name);
    const weight = Number(weightText);
    if (kind === undefined || label < 0 || !(weight > 0)) {
      throw wrongLine(language, line, `a tag (v, fixed, ironic, ${CUE_KINDS.join(", ")}) with a known label`, tag);
    }
    cues.push({ kind, label, slot: (FIRST_SLOTS.get(kind) ?? 0) + label, weight });
  }
  return { valence, fixed, ironic, cues };
}

function wrongLine(language: Language, line: number, expected: string, received: string): VerbatimsError {
  return new VerbatimsError(
    "damaged-model",
    `${language} lexicon, line ${line}: expected ${expected}, got "${received}". Correct the line and compile again.`,
    { line, expected, received },
  );
}
