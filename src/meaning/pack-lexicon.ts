import { VerbatimsError } from "../core/error.js";
import { hashText } from "../core/hash.js";
import type { Language } from "../core/labels.js";
import { FIRST_WORD_SYMBOL } from "./cue-pattern.js";
import { CUE_KINDS, CUE_LABELS, type Cue, createCue, createLexicon, type Entry, type Lexicon } from "./lexicon.js";
import { addEdge, createTrie, EDGE } from "./pattern-trie.js";
import { addSymbol, createVocabulary } from "./vocabulary.js";

/**
 * A compiled lexicon as plain text, to be shipped: unpacking it takes a small part of the time that compiling its source does.
 *
 * ```text
 * keys     key of each symbol in order of its number, one a line
 * aliases  further keys: key, space, symbol; one a line
 * strict   written forms of strict symbols: symbol, space, form; one a line
 * entries  JSON: [valence, 1 fixed + 2 ironic, slot, weight, slot, weight …] of each distinct entry
 * nodes    JSON: parent, symbol, 1 + number of the entry or 0, of each node in order of its number, in one list
 * ```
 */
export interface PackedLexicon {
  /** Hash of the source it was compiled from. */
  readonly fingerprint: string;
  /** Hash of the label lists that the slots of its entries number. */
  readonly labels: string;
  readonly keys: string;
  readonly aliases: string;
  readonly strict: string;
  readonly entries: string;
  readonly nodes: string;
}

/** Packs a lexicon; the same lexicon gives the same text. */
export function packLexicon({ vocabulary, trie, entries, fingerprint }: Lexicon): PackedLexicon {
  const keys: string[] = [];
  const aliases: string[] = [];
  for (const [key, symbol] of vocabulary.symbols) {
    // Keys are given their numbers in order; a key whose turn it is not shares another's number.
    if (symbol === FIRST_WORD_SYMBOL + keys.length) keys.push(key);
    else aliases.push(`${key} ${symbol}`);
  }
  const written = new Map<string, number>();
  const numbers: number[] = [];
  const edges = new Array<readonly [parent: number, symbol: number]>(trie.size).fill([0, 0]);
  trie.roots.forEach((child, symbol) => {
    if (child !== 0) edges[child] = [0, symbol];
  });
  for (let at = 0; at < trie.edges.length; at += EDGE) {
    const child = trie.edges[at + 2] ?? 0;
    if (child !== 0) edges[child] = [trie.edges[at] ?? 0, trie.edges[at + 1] ?? 0];
  }
  for (let node = 1; node < trie.size; node++) {
    const [parent = 0, symbol = 0] = edges[node] ?? [];
    const entry = entries[node];
    let number = 0;
    if (entry !== undefined) {
      const text = JSON.stringify(packEntry(entry));
      number = written.get(text) ?? written.size + 1;
      written.set(text, number);
    }
    numbers.push(parent, symbol, number);
  }
  return {
    fingerprint,
    labels: hashLabels(),
    keys: keys.join("\n"),
    aliases: aliases.join("\n"),
    strict: [...vocabulary.strict].map(([symbol, form]) => `${symbol} ${form}`).join("\n"),
    entries: `[${[...written.keys()].join(",")}]`,
    nodes: JSON.stringify(numbers),
  };
}

/**
 * Unpacks what {@link packLexicon} packed.
 *
 * @throws VerbatimsError `damaged-model` where it was packed with other label lists
 */
export function unpackLexicon(packed: PackedLexicon, language: Language): Lexicon {
  if (packed.labels !== hashLabels()) {
    throw new VerbatimsError(
      "damaged-model",
      `${language} lexicon: expected labels ${hashLabels()}, got ${packed.labels}. Make it again with npm run train.`,
      { expected: hashLabels(), received: packed.labels },
    );
  }
  const vocabulary = createVocabulary(language);
  for (const key of packed.keys.split("\n")) addSymbol(vocabulary, key);
  for (const line of linesOf(packed.aliases)) {
    const space = line.lastIndexOf(" ");
    vocabulary.symbols.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  for (const line of linesOf(packed.strict)) {
    const space = line.indexOf(" ");
    vocabulary.strict.set(Number(line.slice(0, space)), line.slice(space + 1));
  }
  // Our own text: the label check above holds it to this version.
  const distinct = (JSON.parse(packed.entries) as PackedEntry[]).map(unpackEntry);
  // As above.
  const nodes = JSON.parse(packed.nodes) as number[];
  const size = nodes.length / 3 + 1;
  const trie = createTrie(size);
  const entries = new Array<Entry | undefined>(size).fill(undefined);
  for (let node = 1, at = 0; node < size; node++, at += 3) {
    addEdge(trie, nodes[at] ?? 0, nodes[at + 1] ?? 0);
    entries[node] = distinct[(nodes[at + 2] ?? 0) - 1];
  }
  return createLexicon(vocabulary, trie, entries, packed.fingerprint);
}

type PackedEntry = readonly [valence: number | null, flags: number, ...slotsAndWeights: number[]];

function packEntry({ valence, fixed, ironic, cues }: Entry): PackedEntry {
  return [valence, (fixed ? 1 : 0) + (ironic ? 2 : 0), ...cues.flatMap((cue) => [cue.slot, cue.weight])];
}

function unpackEntry([valence, flags, ...slotsAndWeights]: PackedEntry): Entry {
  const cues: Cue[] = [];
  for (let i = 0; i < slotsAndWeights.length; i += 2) {
    let label = slotsAndWeights[i] ?? 0;
    for (const kind of CUE_KINDS) {
      if (label < CUE_LABELS[kind].length) {
        cues.push(createCue(kind, label, slotsAndWeights[i + 1] ?? 1));
        break;
      }
      label -= CUE_LABELS[kind].length;
    }
  }
  return { valence, fixed: (flags & 1) !== 0, ironic: (flags & 2) !== 0, cues };
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function hashLabels(): string {
  return hashText(JSON.stringify(CUE_LABELS)).slice(-8);
}
