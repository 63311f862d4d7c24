/**
 * A trie over symbols: node 0 is the root, an edge leads from a node by a symbol to a child. The edges lie in one open-addressed
 * hash table of whole numbers, so that a step is one or two look-ups and nothing is allocated.
 */
export interface PatternTrie {
  /** Nodes made so far, the root among them. */
  size: number;
  /** `[node, symbol, child]` of each edge, at the place its hash gives or after it; a child of 0 marks a free place. */
  edges: Int32Array;
  /** Of each node the {@link bitOf} of all symbols that lead on, 0 for a leaf; longer than `size`. */
  branches: Int32Array;
}

/** Share of the table that may be taken before it is doubled: 1 / 2. */
const FREE_SHARE = 2;
/** Numbers that an edge takes. */
export const EDGE = 3;

/** Makes a trie that has its root alone, with room for a number of edges. */
export function createTrie(edgesExpected = 512): PatternTrie {
  let places = 1024;
  while (places < edgesExpected * FREE_SHARE) places *= 2;
  return {
    size: 1,
    edges: new Int32Array(places * EDGE),
    branches: new Int32Array(Math.max(1024, edgesExpected + 1)),
  };
}

/**
 * The bit of a symbol in {@link PatternTrie.branches}: the classes below 16 have their own, words share the rest. Where it is
 * not set there is no such child, which spares most look-ups.
 */
export function bitOf(symbol: number): number {
  return 1 << (symbol < 16 ? symbol : 16 + (symbol & 15));
}

/** The node that a symbol leads to from a node; 0 where none does. */
export function childOf({ edges }: PatternTrie, node: number, symbol: number): number {
  const last = edges.length / EDGE - 1;
  for (let place = placeOf(node, symbol) & last; ; place = (place + 1) & last) {
    const at = place * EDGE;
    const child = edges[at + 2] ?? 0;
    if (child === 0 || (edges[at] === node && edges[at + 1] === symbol)) return child;
  }
}

/** As {@link childOf}, making the child where there is none. */
export function addChild(trie: PatternTrie, node: number, symbol: number): number {
  const known = childOf(trie, node, symbol);
  return known === 0 ? addEdge(trie, node, symbol) : known;
}

/** Makes the child that a symbol is to lead to, where there is none yet. Nodes are numbered in the order they are made. */
export function addEdge(trie: PatternTrie, node: number, symbol: number): number {
  if (trie.size * FREE_SHARE > trie.edges.length / EDGE) growEdges(trie);
  const child = trie.size++;
  if (child >= trie.branches.length) {
    const branches = new Int32Array(trie.branches.length * 2);
    branches.set(trie.branches);
    trie.branches = branches;
  }
  trie.branches[node] = (trie.branches[node] ?? 0) | bitOf(symbol);
  putEdge(trie.edges, node, symbol, child);
  return child;
}

function placeOf(node: number, symbol: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function putEdge(edges: Int32Array, node: number, symbol: number, child: number): void {
  const last = edges.length / EDGE - 1;
  let place = placeOf(node, symbol) & last;
  while (edges[place * EDGE + 2] !== 0) place = (place + 1) & last;
  edges[place * EDGE] = node;
  edges[place * EDGE + 1] = symbol;
  edges[place * EDGE + 2] = child;
}

function growEdges(trie: PatternTrie): void {
  const { edges } = trie;
  trie.edges = new Int32Array(edges.length * 2);
  for (let at = 0; at < edges.length; at += EDGE) {
    const child = edges[at + 2] ?? 0;
    if (child !== 0) putEdge(trie.edges, edges[at] ?? 0, edges[at + 1] ?? 0, child);
  }
}
