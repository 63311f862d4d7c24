import type { Language } from "../../core/labels.js";
import type { LinearModel } from "../../learning/linear-model.js";

/** Something said for each language, or for some. */
export type ByLanguage<Value> = Readonly<Partial<Record<Language, Value>>>;

/** A theme as `defineTaxonomy` takes it: its name, and what belongs to it. */
export interface ThemeDefinition {
  /** 1 to 80 characters. Parts joined by "/" name the themes above it, as nesting does: `delivery/late`. */
  readonly name: string;
  /** What it is called in each language. @defaultValue the last part of its name */
  readonly labels?: ByLanguage<string>;
  /** What belongs to it, for people. */
  readonly descriptions?: ByLanguage<string>;
  /**
   * Words and phrases, each in all its forms. English: the base form. Turkish: nouns without suffixes, verbs in the infinitive ("beklemek").
   * Case, diacritics and punctuation do not count; no character has a meaning of its own.
   */
  readonly terms?: ByLanguage<readonly string[]>;
  /** What is asked with operators, such as `(late OR slow) NEAR/3 parcel AND NOT sentiment:positive`; see docs/taxonomy.md. */
  readonly queries?: ByLanguage<readonly string[]>;
  /** Themes below it; their names are joined to its own by "/". */
  readonly themes?: readonly ThemeDefinition[];
}

/** The names of all themes of a list, those below others joined to them by "/". */
export type ThemeNames<Themes, Above extends string = ""> = Themes extends readonly (infer Each)[]
  ? Each extends { readonly name: infer Name extends string }
    ?
        | `${Above}${Name}`
        | (Each extends { readonly themes: infer Below } ? ThemeNames<Below, `${Above}${Name}/`> : never)
    : never
  : never;

/** A theme of a {@link Taxonomy}, all of its parts there. */
export interface TaxonomyTheme {
  readonly labels: Readonly<Record<Language, string>>;
  readonly descriptions: ByLanguage<string>;
  readonly terms: Readonly<Record<Language, readonly string[]>>;
  readonly queries: Readonly<Record<Language, readonly string[]>>;
}

/** The customer's own themes: a plain value. Made by `defineTaxonomy`; read by `createAnalyzer`. */
export interface Taxonomy<Name extends string = string> {
  readonly name: string;
  /** Full names of all themes, each after the one above it, in the order they were given. */
  readonly names: readonly Name[];
  readonly themes: Readonly<Record<Name, TaxonomyTheme>>;
  /** What was learned from labelled examples; `null` without. */
  readonly model: LinearModel | null;
  /** Hash of all that changes what is read, 14 hexadecimal digits. */
  readonly fingerprint: string;
}
