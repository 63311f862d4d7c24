import { VerbatimsError } from "../core/error.js";
import { hashText } from "../core/hash.js";
import type { Language } from "../core/labels.js";
import { expandPattern } from "./cue-pattern.js";
import { CUE_KINDS, CUE_LABELS, type Cue, createCue, createLexicon, type Entry, type Lexicon } from "./lexicon.js";
import { createPlaceReader } from "./pattern-places.js";
import { addChild, createTrie } from "./pattern-trie.js";
import { createVocabulary } from "./vocabulary.js";

/**
 * Compiles a lexicon from its source: lines of `pattern<TAB>tags`, where `#` starts a comment line. Later lines about the same
 * pattern add their cues and replace its valence.
 *
 * @throws VerbatimsError `damaged-model` naming the line where a tag is unknown or a pattern does not parse
 */
export function compileLexicon(source: string, language: Language): Lexicon {
  const vocabulary = createVocabulary(language);
  const symbolsOfPlace = createPlaceReader(vocabulary);
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
    const tab = row.indexOf("\t");
    if (tab < 1) throw wrongLine(language, line, "a pattern, a tab and its tags", row);
    const pattern = row.slice(0, tab);
    const tags = parseTags(row.slice(tab + 1), language, line);
    // A pattern that asks for a negated verb has the negation in it already.
    const entry = pattern.includes("-!") ? { ...tags, fixed: true } : tags;
    // Faces such as ":)" would read as brackets; a pattern without a letter or digit is one token.
    const sequences = /[\p{L}\d<]/u.test(pattern) && pattern !== "<3" ? expandPattern(pattern) : [[pattern]];
    for (const places of sequences) addEntry(places.flatMap(symbolsOfPlace), entry);
  }
  return createLexicon(vocabulary, trie, entries, hashText(source).slice(-8));
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
    const label = kind === undefined ? -1 : CUE_LABELS[kind].indexOf(name);
    const weight = Number(weightText);
    if (kind === undefined || label < 0 || !(weight > 0)) {
      throw wrongLine(language, line, `a tag (v, fixed, ironic, ${CUE_KINDS.join(", ")}) with a known label`, tag);
    }
    cues.push(createCue(kind, label, weight));
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
