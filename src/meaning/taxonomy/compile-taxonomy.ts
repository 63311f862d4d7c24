import type { Language } from "../../core/labels.js";
import { addChild, createTrie, type PatternTrie } from "../pattern-trie.js";
import { parseQuery } from "./parse-query.js";
import { asksForClauses, type Query } from "./query.js";
import type { Taxonomy } from "./taxonomy.js";
import { createTermVocabulary, type TermVocabulary } from "./term-vocabulary.js";
import { readTermKeys, type TermKey } from "./term-words.js";

/** A query whose words are nodes of the trie. */
export type CompiledQuery =
  | { readonly kind: "words"; readonly node: number }
  | { readonly kind: "near"; readonly left: CompiledQuery; readonly right: CompiledQuery; readonly distance: number }
  | {
      readonly kind: "and" | "or";
      readonly clauses: readonly CompiledQuery[];
      readonly words: readonly CompiledQuery[];
    }
  | { readonly kind: "not"; readonly part: CompiledQuery }
  | Extract<Query, { readonly kind: "sentiment" | "stage" }>;

/** What the terms and queries of a taxonomy ask of the texts of one language: one trie for all of them. */
export interface CompiledTaxonomy {
  readonly vocabulary: TermVocabulary;
  readonly trie: PatternTrie;
  /** 1 for the nodes that a term or phrase ends at. */
  readonly ends: Uint8Array;
  /** Numbers of the themes that have the term which ends at a node. */
  readonly themesOf: ReadonlyMap<number, readonly number[]>;
  readonly queries: readonly { readonly theme: number; readonly query: CompiledQuery }[];
  /** Numbers of the queries that may hold where the words that end at a node are found. */
  readonly queriesOf: ReadonlyMap<number, readonly number[]>;
  /** Numbers of the queries that may hold without any word. */
  readonly wordless: readonly number[];
}

/** Compiles the terms and queries of one language. */
export function compileTaxonomy(taxonomy: Taxonomy, language: Language): CompiledTaxonomy {
  const vocabulary = createTermVocabulary(language);
  const trie = createTrie();
  const themesOf = new Map<number, number[]>();
  const queriesOf = new Map<number, number[]>();
  const queries: { theme: number; query: CompiledQuery }[] = [];
  const wordless: number[] = [];

  const nodeOf = (keys: readonly TermKey[]): number => {
    let node = 0;
    for (const key of keys) node = addChild(trie, node, vocabulary.symbolOf(key));
    return node;
  };

  /** Compiles a query, and notes the nodes of its words. */
  const compile = (query: Query, nodes: Set<number>): CompiledQuery => {
    switch (query.kind) {
      case "words": {
        const node = nodeOf(query.keys);
        nodes.add(node);
        return { kind: "words", node };
      }
      case "near":
        return { ...query, left: compile(query.left, nodes), right: compile(query.right, nodes) };
      case "not":
        return { kind: "not", part: compile(query.part, nodes) };
      case "and":
      case "or": {
        const clauses = query.parts.filter(asksForClauses).map((part) => compile(part, nodes));
        const words = query.parts.filter((part) => !asksForClauses(part)).map((part) => compile(part, nodes));
        return { kind: query.kind, clauses, words };
      }
      default:
        return query;
    }
  };

  taxonomy.names.forEach((name, theme) => {
    const { terms, queries: asked } = taxonomy.themes[name] ?? {
      terms: { en: [], tr: [] },
      queries: { en: [], tr: [] },
    };
    for (const term of terms[language]) note(themesOf, nodeOf(readTermKeys(term, language, "any")), theme);
    for (const text of asked[language]) {
      const parsed = parseQuery(text, language, { where: `theme "${name}"`, field: name });
      const nodes = new Set<number>();
      const query = compile(parsed, nodes);
      for (const node of nodes) note(queriesOf, node, queries.length);
      if (holdsWithoutWords(parsed)) wordless.push(queries.length);
      queries.push({ theme, query });
    }
  });
  const ends = new Uint8Array(trie.size);
  for (const node of [...themesOf.keys(), ...queriesOf.keys()]) ends[node] = 1;
  return { vocabulary, trie, ends, themesOf, queries, queriesOf, wordless };
}

/** Whether a query may hold of a text that has none of its words. */
function holdsWithoutWords(query: Query): boolean {
  switch (query.kind) {
    case "words":
    case "near":
      return false;
    case "and":
      return query.parts.every(holdsWithoutWords);
    case "or":
      return query.parts.some(holdsWithoutWords);
    default:
      return true;
  }
}

function note(lists: Map<number, number[]>, node: number, item: number): void {
  const list = lists.get(node);
  if (list === undefined) lists.set(node, [item]);
  else if (list[list.length - 1] !== item) list.push(item);
}
