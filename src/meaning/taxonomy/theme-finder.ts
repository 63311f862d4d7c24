import type { Language, Stage } from "../../core/labels.js";
import type { Polarity } from "../analysis.js";
import type { Place } from "../collect-cues.js";
import type { RuleReading } from "../read-rules.js";
import { round } from "../sentiment.js";
import { compileTaxonomy } from "./compile-taxonomy.js";
import { type AskedText, evaluateQuery } from "./evaluate-query.js";
import { createWordFinder, type FoundWords } from "./find-words.js";
import type { Taxonomy } from "./taxonomy.js";
import { createThemeModel } from "./theme-model.js";
import { arrangeRuns, confidenceOf, type ThemePlaces } from "./theme-places.js";

/** A theme found in a text. */
export interface FoundTheme {
  readonly theme: string;
  /** Probability that it is meant, 0 to 1. */
  readonly confidence: number;
  /** Where the text says it, in text order. */
  readonly places: readonly Place[];
}

/** Finds the themes of a customer's own taxonomy in texts of one language. */
export interface ThemeFinder {
  /**
   * The themes of a text that the rules have read, in the order of the taxonomy.
   *
   * @param polarities sentiment of each clause
   * @param stageOf stage of a clause, `null` where it cannot be told
   * @param isNonsense whether the text is taken to mean nothing: terms and queries may know better, a model does not
   */
  readonly find: (
    reading: RuleReading,
    polarities: readonly Polarity[],
    stageOf: (clause: number) => Stage | null,
    isNonsense: boolean,
  ) => readonly FoundTheme[];
  /** Place of each theme in the taxonomy. */
  readonly ranks: ReadonlyMap<string, number>;
}

/** Makes a finder, which compiles the taxonomy once; its working memory serves one text after another. */
export function createThemeFinder(taxonomy: Taxonomy, language: Language): ThemeFinder {
  const { names } = taxonomy;
  const compiled = compileTaxonomy(taxonomy, language);
  const findWords = createWordFinder(compiled);
  const model = taxonomy.model === null ? null : createThemeModel(taxonomy.model);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const learned = (taxonomy.model?.labels ?? []).map((label) => ranks.get(label) ?? -1);

  const find: ThemeFinder["find"] = (reading, polarities, stageOf, isNonsense) => {
    const { clauses, text } = reading;
    const found = findWords(text.tokens);
    const clauseOf = placeWords(found, clauses);
    const terms = new Map<number, number[]>();
    const asked = new Set(compiled.wordless);
    for (const [node, runs] of found.runs) {
      for (const theme of compiled.themesOf.get(node) ?? []) addRuns(terms, theme, runs);
      for (const query of compiled.queriesOf.get(node) ?? []) asked.add(query);
    }
    const askedText: AskedText = {
      found,
      clauseOf,
      clauses: rangesOf(clauseOf, found.count, clauses.length),
      sentimentOf: (clause) => polarities[clause]?.label ?? "neutral",
      stageOf,
    };
    const held = new Map<number, ThemePlaces>();
    for (const number of asked) {
      const own = compiled.queries[number];
      const runs = own === undefined ? null : evaluateQuery(own.query, askedText);
      if (own === undefined || runs === null) continue;
      const places = held.get(own.theme) ?? { runs: [], queries: 0 };
      places.queries++;
      for (const word of runs) places.runs.push(word);
      held.set(own.theme, places);
    }
    const said = new Map<number, { readonly label: number; readonly probability: number }>();
    const learnedLabels = isNonsense ? [] : (model?.read(text.tokens) ?? []);
    for (const label of learnedLabels) said.set(learned[label.label] ?? -1, label);

    const toPlace = (from: number, to: number): Place => ({
      clause: clauseOf[from] ?? 0,
      match: { from: found.tokenOf[from] ?? 0, to: (found.tokenOf[to - 1] ?? 0) + 1 },
      weight: 1,
    });
    const themes = [...new Set([...terms.keys(), ...held.keys(), ...said.keys()])].sort((a, b) => a - b);
    return themes.flatMap((rank) => {
      const theme = names[rank];
      if (theme === undefined) return [];
      const own = arrangeRuns(terms.get(rank) ?? []);
      const queried = held.get(rank);
      const learnedOf = said.get(rank);
      const runs = queried === undefined ? own : arrangeRuns([...own.flat(), ...queried.runs]);
      const places = runs.map(([from, to]) => toPlace(from, to));
      if (places.length === 0 && learnedOf !== undefined) {
        for (const token of model?.tellingTokens(text.tokens, learnedOf.label) ?? []) {
          const clause = clauses.findIndex(({ from, to }) => from <= token && token < to);
          // A mark or a word that joins clauses stands in none.
          if (clause >= 0) places.push({ clause, match: { from: token, to: token + 1 }, weight: 1 });
        }
      }
      const listed = own.length === 0 && queried === undefined ? 0 : confidenceOf(own, queried?.queries ?? 0);
      return [{ theme, confidence: round(Math.max(listed, learnedOf?.probability ?? 0)), places }];
    });
  };
  return { find, ranks };
}

/** The clause of each word; a word that joins clauses and stands in none belongs to the next, behind the last to the last. */
function placeWords({ count, tokenOf }: FoundWords, clauses: readonly { readonly to: number }[]): Int32Array {
  const clauseOf = new Int32Array(count);
  let clause = 0;
  for (let word = 0; word < count; word++) {
    while (clause < clauses.length - 1 && (clauses[clause]?.to ?? 0) <= (tokenOf[word] ?? 0)) clause++;
    clauseOf[word] = clause;
  }
  return clauseOf;
}

/** The words `[from, to)` of each clause. */
function rangesOf(clauseOf: Int32Array, words: number, clauses: number): (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = Array.from({ length: clauses }, () => [0, 0]);
  for (let word = 0; word < words; word++) {
    const range = ranges[clauseOf[word] ?? 0];
    if (range === undefined) continue;
    if (range[1] === 0) range[0] = word;
    range[1] = word + 1;
  }
  return ranges;
}

function addRuns(to: Map<number, number[]>, theme: number, runs: readonly number[]): void {
  const list = to.get(theme);
  if (list === undefined) to.set(theme, [...runs]);
  else for (const word of runs) list.push(word);
}
