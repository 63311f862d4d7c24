import { beforeAll, describe, expect, it } from "vitest";
import { type ErrorCode, VerbatimsError } from "../../../src/core/error.js";
import type { LinearModel } from "../../../src/learning/linear-model.js";
import { trainModel } from "../../../src/learning/train-model.js";
import { defineTaxonomy } from "../../../src/meaning/taxonomy/define-taxonomy.js";
import type { ThemeDefinition } from "../../../src/meaning/taxonomy/taxonomy.js";

/** The error of a definition; the test fails where there is none. */
function faultOf(themes: readonly ThemeDefinition[], model?: LinearModel): VerbatimsError {
  try {
    defineTaxonomy({ name: "shop", themes, ...(model === undefined ? {} : { model }) });
  } catch (error) {
    if (error instanceof VerbatimsError) return error;
    throw error;
  }
  throw new Error("expected an error");
}

const faultOfQuery = (query: string): VerbatimsError =>
  faultOf([{ name: "delivery", queries: { en: ["late", query] } }]);

/** What a caller without types may give. */
const untyped = (value: unknown): ThemeDefinition[] => [value as ThemeDefinition];

describe("a taxonomy", () => {
  const taxonomy = defineTaxonomy({
    name: "shop",
    themes: [
      {
        name: "delivery",
        labels: { en: "Delivery", tr: "Teslimat" },
        descriptions: { en: "From the warehouse to the door." },
        terms: { en: ["parcel"], tr: ["kargo"] },
        themes: [{ name: "late", queries: { en: ["late NEAR/3 parcel"] } }],
      },
      { name: "delivery/damaged", terms: { en: ["dented"] } },
    ],
  });

  it("names nested themes by the path to them, in the order given", () => {
    expect(taxonomy.names).toEqual(["delivery", "delivery/late", "delivery/damaged"]);
  });

  it("calls a theme without labels by the last part of its name", () => {
    expect(taxonomy.themes.delivery.labels).toEqual({ en: "Delivery", tr: "Teslimat" });
    expect(taxonomy.themes["delivery/late"].labels).toEqual({ en: "late", tr: "late" });
  });

  it("is plain: it survives JSON", () => {
    expect(JSON.parse(JSON.stringify(taxonomy))).toEqual(taxonomy);
  });

  it("has another fingerprint where something else would be read, and the same where only labels differ", () => {
    const withTerm = (term: string, label: string) =>
      defineTaxonomy({ name: "shop", themes: [{ name: "a", labels: { en: label }, terms: { en: [term] } }] });
    expect(withTerm("parcel", "A").fingerprint).toBe(withTerm("parcel", "B").fingerprint);
    expect(withTerm("parcel", "A").fingerprint).not.toBe(withTerm("box", "A").fingerprint);
  });

  it("takes themes named as the properties of every object are", () => {
    const themes = ["__proto__", "constructor", "toString"].map((name) => ({ name, terms: { en: ["parcel"] } }));
    expect(defineTaxonomy({ name: "shop", themes }).names).toEqual(["__proto__", "constructor", "toString"]);
  });
});

describe("a definition that is wrong names the theme and what to do", () => {
  const cases: readonly (readonly [what: string, themes: readonly ThemeDefinition[], code: ErrorCode, says: RegExp])[] =
    [
      [
        "a name given twice",
        [
          { name: "delivery", terms: { en: ["parcel"] }, themes: [{ name: "late", terms: { en: ["late"] } }] },
          { name: "delivery/late", terms: { en: ["slow"] } },
        ],
        "duplicate-name",
        /"delivery\/late".*twice\. Rename/,
      ],
      [
        "a parent that is not there",
        [{ name: "delivery/late", terms: { en: ["late"] } }],
        "invalid-taxonomy",
        /parent "delivery".*Add it/,
      ],
      ["an empty name", [{ name: "", terms: { en: ["late"] } }], "invalid-taxonomy", /a name of 1 to 80/],
      [
        "a name with an empty part",
        [{ name: "delivery//late", terms: { en: ["late"] } }],
        "invalid-taxonomy",
        /"delivery\/\/late"/,
      ],
      ["a name that is a number", untyped({ name: 7 }), "invalid-taxonomy", /theme "7"/],
      ["no theme", untyped(null), "invalid-taxonomy", /a name of 1 to 80/],
      [
        "a theme that nothing belongs to",
        [{ name: "delivery" }],
        "invalid-taxonomy",
        /"delivery": expected terms, queries/,
      ],
      [
        "an empty list of terms",
        [{ name: "delivery", terms: { en: [] } }],
        "invalid-taxonomy",
        /terms\.en to be a list.*Fill it/,
      ],
      [
        "an empty term",
        [{ name: "delivery", terms: { en: ["parcel", " "] } }],
        "invalid-taxonomy",
        /"delivery".*an empty one/,
      ],
      [
        "a term without a word",
        [{ name: "delivery", terms: { tr: ["?!"] } }],
        "invalid-taxonomy",
        /hold a word \(tr\), got \?!/,
      ],
      [
        "a term that is an address",
        [{ name: "site", terms: { en: ["https://shop.example/x"] } }],
        "invalid-taxonomy",
        /hold a word/,
      ],
      [
        "a term of too many words",
        [{ name: "delivery", terms: { en: ["very ".repeat(21)] } }],
        "invalid-taxonomy",
        /at most 20 words/,
      ],
      [
        "terms without a language",
        untyped({ name: "delivery", terms: ["parcel"] }),
        "invalid-taxonomy",
        /lists by language/,
      ],
      [
        "terms of another language",
        untyped({ name: "delivery", terms: { de: ["Paket"] } }),
        "invalid-taxonomy",
        /got de/,
      ],
      ["nine levels", [{ name: "a/b/c/d/e/f/g/h/i", terms: { en: ["x"] } }], "invalid-taxonomy", /at most 8 levels/],
      [
        "an empty label",
        [{ name: "delivery", labels: { tr: "" }, terms: { en: ["x"] } }],
        "invalid-taxonomy",
        /labels\.tr/,
      ],
      ["no themes", [], "invalid-taxonomy", /at least one theme/],
    ];
  for (const [what, themes, code, says] of cases) {
    it(`as for ${what}`, () => {
      const fault = faultOf(themes);
      expect(fault.code).toBe(code);
      expect(fault.message).toMatch(says);
    });
  }

  it("as for a theme nested in itself", () => {
    const delivery = { name: "delivery", terms: { en: ["parcel"] }, themes: [] as ThemeDefinition[] };
    delivery.themes.push({ name: "late", themes: [delivery] });
    expect(faultOf([delivery]).message).toMatch(/"delivery\/late\/delivery": expected no theme nested in itself/);
  });
});

describe("a query that does not parse", () => {
  it("is shown with a caret under the character at fault", () => {
    const fault = faultOfQuery("parcel AND (late OR");
    expect(fault.code).toBe("invalid-query");
    expect(fault.message.split("\n")).toEqual([
      'taxonomy "shop", theme "delivery", en query 2, character 20: expected a word, a "phrase", a filter or (, got the end of the query. Correct the query.',
      "  parcel AND (late OR",
      "                     ^",
    ]);
    expect(fault.details.field).toBe("delivery.queries.en[1]");
  });

  it("counts characters as people do, not in code units", () => {
    expect(faultOfQuery("😡 AND )").message).toContain("character 7");
  });

  it("is shown around the fault where it is long", () => {
    const [, shown = "", caret = ""] = faultOfQuery(`${"parcel OR ".repeat(50)})`).message.split("\n");
    expect(shown.length).toBeLessThan(80);
    expect(shown.charAt(caret.indexOf("^"))).toBe(")");
  });

  const mends: readonly (readonly [query: string, says: RegExp])[] = [
    ["late parcel", /character 6: .*put a phrase in quotes/],
    ["late and parcel", /character 6: .*capitals: AND/],
    ["late NOT parcel", /character 6: .*Write AND NOT/],
    ["late NEAR parcel", /character 6: .*NEAR\/n with n from 0 to 100/],
    ["late NEAR/101 parcel", /character 6: /],
    ["(late AND slow) NEAR/2 parcel", /character 17: .*both sides of NEAR/],
    ['"late parcel', /character 1: .*ends in quotes/],
    ["sentiment:bad", /character 1: .*negative, neutral, mixed, positive/],
    ["stage:unboxing", /character 1: .*awareness/],
    ["language:en", /character 1: .*in quotes/],
    ["de*ay", /character 3: .*at the end alone/],
    ["*lay", /character 1: /],
    ["d*", /character 2: .*2 letters/],
    ["late AND ?!", /character 10: expected a word/],
    ["NOT late", /character 1: .*a query that finds words/],
    ["late OR NOT parcel", /character 1: .*a query that finds words/],
    ["", /character 1: /],
    [`${"(".repeat(65)}late${")".repeat(65)}`, /at most 64 levels/],
    [`late${" NEAR/1 late".repeat(70)}`, /at most 64 levels/],
    [`${"NOT ".repeat(70)}late`, /at most 64 levels/],
  ];
  for (const [query, says] of mends) {
    it(`as ${query.slice(0, 40)}, says what to do`, () => {
      expect(faultOfQuery(query).message).toMatch(says);
    });
  }
});

describe("a model in a taxonomy", () => {
  const tickets = [
    { text: "Where is my parcel?", label: "delivery" },
    { text: "I was charged twice", label: "billing" },
  ];
  const terms = { en: ["x"] };
  let model: LinearModel;
  beforeAll(async () => {
    model = await trainModel(tickets);
  });

  it("may be all that says what belongs to a theme", () => {
    expect(defineTaxonomy({ name: "shop", themes: [{ name: "delivery" }, { name: "billing" }], model }).model).toBe(
      model,
    );
  });

  it("must not have labels that are no themes", () => {
    const fault = faultOf([{ name: "delivery", terms }], model);
    expect(fault.code).toBe("unknown-label");
    expect(fault.message).toMatch(/got billing\. Add a theme/);
  });

  it("must not put themes in an order", async () => {
    const ordinal = await trainModel(tickets, { kind: "ordinal", labels: ["billing", "delivery"] });
    expect(faultOf([{ name: "delivery" }, { name: "billing" }], ordinal).message).toMatch(
      /single or multi, got ordinal/,
    );
  });

  it("must be whole", () => {
    expect(faultOf([{ name: "delivery" }, { name: "billing" }], { ...model, temperature: Number.NaN }).code).toBe(
      "damaged-model",
    );
  });
});
