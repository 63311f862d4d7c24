import type { Tokens } from "../../language/tokens.js";
import type { LinearModel } from "../../learning/linear-model.js";
import { columnsOf, toProbabilities } from "../../learning/probabilities.js";
import { createTableReader } from "../../learning/table-reader.js";

/** What a model learned from labelled examples says of themes. */
export interface ThemeModel {
  /** The labels that it says of a text, by their places among its labels, with their probabilities. */
  readonly read: (tokens: Tokens) => readonly { readonly label: number; readonly probability: number }[];
  /** The tokens that by themselves speak most for a label, at most three, in text order: those that speak at least half as much as the strongest. */
  readonly tellingTokens: (tokens: Tokens, label: number) => readonly number[];
}

/** Words told as evidence. */
const WORDS_MOST = 3;
/** Tokens of a text that are looked at for evidence; what stands behind them is of a text too long to be one verbatim. */
const TOKENS_MOST = 4096;

/** Makes the reader of a model of kind `single` or `multi` that was checked. */
export function createThemeModel({ kind, labels, table, features, temperature, thresholds }: LinearModel): ThemeModel {
  const reader = createTableReader(table, features);
  const scores = new Float64Array(columnsOf(kind, labels.length));
  return {
    read: (tokens) => {
      if (reader.read(tokens, 0, tokens.count, scores) === 0) return [];
      const probabilities = toProbabilities(kind, scores, labels.length, temperature);
      const best = kind === "multi" ? -1 : probabilities.indexOf(Math.max(...probabilities));
      return probabilities.flatMap((probability, label) =>
        probability >= (thresholds[label] ?? 0) && (best === -1 || best === label) ? [{ label, probability }] : [],
      );
    },
    tellingTokens: (tokens, label) => {
      const count = Math.min(tokens.count, TOKENS_MOST);
      const shares = new Float64Array(count);
      let strongest = 0;
      for (let i = 0; i < count; i++) {
        if (reader.read(tokens, i, i + 1, scores) === 0) continue;
        // Of labels that exclude one another a word speaks for one by what it says more of it than of the others.
        let others = 0;
        if (kind === "single")
          for (let c = 0; c < scores.length; c++) others += (scores[c] ?? 0) - (table.bias[c] ?? 0);
        const share = (scores[label] ?? 0) - (table.bias[label] ?? 0) - others / scores.length;
        shares[i] = share;
        strongest = Math.max(strongest, share);
      }
      if (strongest === 0) return [];
      const telling = Array.from(shares.keys()).filter((i) => (shares[i] ?? 0) >= strongest / 2);
      telling.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
      return telling.slice(0, WORDS_MOST).sort((a, b) => a - b);
    },
  };
}
