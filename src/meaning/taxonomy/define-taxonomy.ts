import { excerpt, VerbatimsError } from "../../core/error.js";
import { hashText } from "../../core/hash.js";
import { LANGUAGES, type Language } from "../../core/labels.js";
import { checkModel } from "../../learning/check-model.js";
import type { LinearModel } from "../../learning/linear-model.js";
import { listThemes, wrongTheme } from "./list-themes.js";
import { parseQuery } from "./parse-query.js";
import type { ByLanguage, Taxonomy, TaxonomyTheme, ThemeDefinition, ThemeNames } from "./taxonomy.js";
import { readTermKeys, TERM_WORDS_MOST } from "./term-words.js";

/** What a model's labels must be: names of themes, where they are known when it compiles. */
type LabelsAmong<Label extends string, Names extends string> = string extends Label
  ? unknown
  : { readonly labels: readonly Names[] };

/**
 * Defines themes of your own, for `createAnalyzer({ taxonomy })`. What belongs to a theme is said by terms, by queries, by the labelled
 * examples of a model of `trainModel`, or by several of these together; a theme that has others below it may say nothing itself. A text that
 * speaks of a theme is not told to speak of those above it: their names are part of its own.
 *
 * The value is plain: what is in it is what was given, checked. 10,000 themes are no problem.
 *
 * @throws VerbatimsError `invalid-taxonomy` naming the theme: a name or term that is none, a parent that is not there, a theme that
 * nothing belongs to; `duplicate-name`; `invalid-query`, pointing at the character; `unknown-label` for a label of the model that is no theme;
 * `damaged-model`
 * @example
 * const taxonomy = defineTaxonomy({
 *   name: "parcels",
 *   themes: [
 *     {
 *       name: "delivery",
 *       labels: { en: "Delivery", tr: "Teslimat" },
 *       terms: { en: ["courier", "parcel"], tr: ["kargo", "kurye"] },
 *       themes: [{ name: "late", queries: { en: ["(late OR delay) AND NOT sentiment:positive"], tr: ["gecikmek"] } }],
 *     },
 *   ],
 * });
 * taxonomy.names; // ["delivery", "delivery/late"]
 * const { themes } = createAnalyzer({ taxonomy }).analyze("The courier was friendly but the parcels are always late.");
 * themes.map(({ theme }) => theme); // ["delivery", "delivery/late"]
 */
export function defineTaxonomy<
  const Themes extends readonly ThemeDefinition[],
  const Label extends string = string,
>(definition: {
  readonly name: string;
  readonly themes: Themes;
  /** A model of kind `single` or `multi` whose labels are full names of themes. */
  readonly model?: LinearModel<Label> & LabelsAmong<Label, ThemeNames<NoInfer<Themes>>>;
}): Taxonomy<ThemeNames<Themes>> {
  const { name, themes } = definition;
  if (typeof name !== "string" || name.trim() === "") {
    throw new VerbatimsError(
      "invalid-taxonomy",
      `defineTaxonomy name: expected a name, got ${excerpt(name)}. Name the taxonomy.`,
      { field: "name", received: excerpt(name) },
    );
  }
  const shown = excerpt(name);
  const listed = listThemes(shown, themes);
  if (listed.size === 0) {
    throw new VerbatimsError(
      "invalid-taxonomy",
      `taxonomy "${shown}": expected at least one theme, got none. Add a theme.`,
      { field: "themes", received: "none" },
    );
  }
  const model = definition.model ?? null;
  if (model !== null) checkThemeModel(shown, model, listed);
  const learned: ReadonlySet<string> = new Set(model?.labels);
  const parents = new Set([...listed.keys()].map((full) => full.slice(0, Math.max(0, full.lastIndexOf("/")))));
  const checked = new Map<string, TaxonomyTheme>();
  for (const [full, theme] of listed) {
    const read = readTheme(shown, full, theme);
    const says = LANGUAGES.some((language) => read.terms[language].length + read.queries[language].length > 0);
    if (!says && !learned.has(full) && !parents.has(full)) {
      const mend = "Say what belongs to it, or leave it out.";
      throw wrongTheme(shown, full, "terms, queries or labelled examples", undefined, mend);
    }
    checked.set(full, read);
  }
  const asked = [...checked].map(([full, { terms, queries }]) => [full, terms, queries]);
  const names = [...checked.keys()];
  return {
    name,
    // The names were listed from the very list that their type is made of.
    names: names as ThemeNames<Themes>[],
    // As above.
    themes: Object.fromEntries(checked) as Record<ThemeNames<Themes>, TaxonomyTheme>,
    model,
    fingerprint: hashText(JSON.stringify([asked, model?.fingerprint ?? null])),
  };
}

function readTheme(taxonomy: string, full: string, theme: ThemeDefinition): TaxonomyTheme {
  const last = full.slice(full.lastIndexOf("/") + 1);
  const text = (language: Language, part: "labels" | "descriptions"): string | undefined => {
    const given = theme[part]?.[language];
    if (given === undefined || (typeof given === "string" && given.trim() !== "")) return given;
    throw wrongTheme(taxonomy, full, `${part}.${language} to be text`, given, "Write it, or leave it out.");
  };
  const listOf = (part: "terms" | "queries", language: Language): readonly string[] => {
    const given = theme[part];
    checkLanguages(taxonomy, full, part, given);
    const list: unknown = given?.[language];
    if (list === undefined) return [];
    if (!Array.isArray(list) || list.length === 0 || list.some((each) => typeof each !== "string")) {
      throw wrongTheme(taxonomy, full, `${part}.${language} to be a list of texts`, list, "Fill it, or leave it out.");
    }
    list.forEach((each: string, i) => {
      if (part === "terms") checkTerm(taxonomy, full, each, language);
      else {
        const where = `taxonomy "${taxonomy}", theme "${excerpt(full, 120)}", ${language} query ${i + 1}`;
        parseQuery(each, language, { where, field: `${full}.queries.${language}[${i}]` });
      }
    });
    return [...list];
  };
  const descriptions = LANGUAGES.flatMap((language) => {
    const description = text(language, "descriptions");
    return description === undefined ? [] : [[language, description] as const];
  });
  return {
    labels: { en: text("en", "labels") ?? last, tr: text("tr", "labels") ?? last },
    descriptions: Object.fromEntries(descriptions),
    terms: { en: listOf("terms", "en"), tr: listOf("terms", "tr") },
    queries: { en: listOf("queries", "en"), tr: listOf("queries", "tr") },
  };
}

/** @throws VerbatimsError `invalid-taxonomy` where what is said for each language is said for another */
function checkLanguages(taxonomy: string, full: string, part: string, given: ByLanguage<unknown> | undefined): void {
  if (given === undefined) return;
  const known: readonly string[] = LANGUAGES;
  const wrong =
    typeof given === "object" && given !== null ? Object.keys(given).find((key) => !known.includes(key)) : part;
  if (wrong === undefined) return;
  const expected = `${part} to be lists by language: ${LANGUAGES.join(", ")}`;
  throw wrongTheme(taxonomy, full, expected, wrong, 'Write { en: ["parcel"] }.');
}

function checkTerm(taxonomy: string, full: string, term: string, language: Language): void {
  const words = readTermKeys(term, language, "any").length;
  if (words > 0 && words <= TERM_WORDS_MOST) return;
  const expected = words === 0 ? "terms that hold a word" : `terms of at most ${TERM_WORDS_MOST} words`;
  const got = words === 0 && term.trim() === "" ? "an empty one" : term;
  throw wrongTheme(taxonomy, full, `${expected} (${language})`, got, "Correct the term, or leave it out.");
}

function checkThemeModel(taxonomy: string, model: LinearModel, themes: ReadonlyMap<string, unknown>): void {
  checkModel(model);
  if (model.kind === "ordinal") {
    throw new VerbatimsError(
      "invalid-taxonomy",
      `taxonomy "${taxonomy}", model: expected kind single or multi, got ordinal. Themes stand in no order: train with kind "multi".`,
      { field: "model", expected: "kind single or multi", received: "ordinal" },
    );
  }
  const unknown = model.labels.find((label) => !themes.has(label));
  if (unknown === undefined) return;
  throw new VerbatimsError(
    "unknown-label",
    `taxonomy "${taxonomy}", model: expected labels that are names of themes, got ${excerpt(unknown)}. Add a theme of this name, or train without it.`,
    { field: "model", received: excerpt(unknown), found: [...themes.keys()].slice(0, 100) },
  );
}
