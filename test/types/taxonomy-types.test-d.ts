import { describe, expectTypeOf, it } from "vitest";
import { type Analyzer, createAnalyzer, defineTaxonomy, type Taxonomy, type ThemeDefinition } from "../../src/index.js";
import { decodeModel, trainModel } from "../../src/learning/index.js";

/** Only compiled, never run: what is written here must be what a user's editor knows. */
const taxonomy = defineTaxonomy({
  name: "shop",
  themes: [
    { name: "delivery", terms: { en: ["parcel"] }, themes: [{ name: "late", terms: { en: ["late"] } }] },
    { name: "billing", queries: { en: ["charged NEAR/3 twice"] } },
  ],
});
type Names = "delivery" | "delivery/late" | "billing";

describe("the names of themes", () => {
  it("are literal, those of nested themes joined by a slash", () => {
    expectTypeOf(taxonomy).toEqualTypeOf<Taxonomy<Names>>();
    expectTypeOf(taxonomy.themes["delivery/late"].labels.tr).toEqualTypeOf<string>();
    // @ts-expect-error a typo
    taxonomy.themes["delivery/latte"];
  });

  it("are known of every analysis", () => {
    const analyzer = createAnalyzer({ taxonomy });
    expectTypeOf(analyzer).toEqualTypeOf<Analyzer<Names>>();
    const { themes, clauses, painPoints } = analyzer.analyze("Late again");
    expectTypeOf(themes[0]?.theme).toEqualTypeOf<Names | undefined>();
    expectTypeOf(clauses[0]?.themes).toEqualTypeOf<readonly Names[] | undefined>();
    expectTypeOf(painPoints[0]?.theme).toEqualTypeOf<Names | null | undefined>();
    // @ts-expect-error a typo
    themes.some(({ theme }) => theme === "biling");
  });

  it("are strings where they come from a file, and where the default themes are read", () => {
    const themes: readonly ThemeDefinition[] = JSON.parse("[]");
    expectTypeOf(defineTaxonomy({ name: "shop", themes })).toEqualTypeOf<Taxonomy<string>>();
    expectTypeOf(createAnalyzer()).toEqualTypeOf<Analyzer>();
    expectTypeOf(createAnalyzer({ taxonomy: "cx" })).toEqualTypeOf<Analyzer>();
  });

  it("let an analyzer of one taxonomy stand where any may", () => {
    expectTypeOf<Analyzer<Names>>().toExtend<Analyzer>();
  });
});

describe("what may be given", () => {
  it("is a model whose labels are themes, or one from a file", async () => {
    const model = await trainModel([
      { text: "Where is my parcel?", label: "delivery" },
      { text: "Charged twice", label: "billing" },
    ]);
    defineTaxonomy({ name: "shop", themes: [{ name: "delivery" }, { name: "billing" }], model });
    defineTaxonomy({ name: "shop", themes: [{ name: "delivery" }], model: decodeModel(new Uint8Array()) });
    // @ts-expect-error no theme of this name
    defineTaxonomy({ name: "shop", themes: [{ name: "delivery" }, { name: "biling" }], model });
  });

  it("is terms of languages that are read, and no unknown part", () => {
    // @ts-expect-error German is not read
    defineTaxonomy({ name: "shop", themes: [{ name: "delivery", terms: { de: ["Paket"] } }] });
    // @ts-expect-error no other default taxonomy
    createAnalyzer({ taxonomy: "xc" });
    // @ts-expect-error a taxonomy is not written to
    taxonomy.name = "other";
  });
});
