/**
 * A trie over symbols: node 0 is the root, an edge leads from a node by a symbol to a child. The edges of the root, half of all,
 * are a column; the others lie in one open-addressed hash table, so that a step is one or two look-ups and nothing is allocated.
 */
export interface PatternTrie {
  /** Nodes made so far, the root among them. */
  size: number;
  /** Child of the root by each symbol, 0 for none; longer than the highest symbol. */
  roots: Int32Array;
  /** Edges in the table below. */
  edgeCount: number;
  /** `[node, symbol, child]` of each edge of other nodes, at the place its hash gives or after it; a child of 0 marks a free place. */
  edges: Int32Array;
  /** Of each node the {@link bitOf} of all symbols that lead on, 0 for a leaf; longer than `size`. */
  branches: Int32Array;
}

/** Share of the table that may be taken before it is doubled: 1 / 2. */
const FREE_SHARE = 2;
/** Numbers that an edge takes. */
export const EDGE = 3;

/** Makes a trie that has its root alone, with room for a number of nodes. */
export function createTrie(nodesExpected = 512): PatternTrie {
  let places = 1024;
  while (places < nodesExpected) places *= 2;
  return {
    size: 1,
    roots: new Int32Array(1024),
    edgeCount: 0,
    edges: new Int32Array(places * EDGE),
    branches: new Int32Array(Math.max(1024, nodesExpected + 1)),
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
export function childOf({ roots, edges }: PatternTrie, node: number, symbol: number): number {
  if (node === 0) return roots[symbol] ?? 0;
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
  const child = trie.size++;
  trie.branches = withRoom(trie.branches, child);
  trie.branches[node] = (trie.branches[node] ?? 0) | bitOf(symbol);
  if (node === 0) {
    trie.roots = withRoom(trie.roots, symbol);
    trie.roots[symbol] = child;
  } else {
    if (++trie.edgeCount * FREE_SHARE > trie.edges.length / EDGE) growEdges(trie);
    putEdge(trie.edges, node, symbol, child);
  }
  return child;
}

/** The column, or a copy of twice the length or more where it has no place of this number. */
function withRoom(column: Int32Array, place: number): Int32Array {
  if (place < column.length) return column;
  const longer = new Int32Array(Math.max(column.length * 2, place + 1));
  longer.set(column);
  return longer;
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
