import { describe, expect, it } from "vitest";
import { entryFiles, exportedNames, read } from "./code-blocks.js";

/** The docstring right above the declaration of a name: what is between its stars; `null` where there is none. */
function docstringOf(name: string, source: string): string | null {
  const declared = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?^export (?:declare )?(?:async )?(?:const|let|class|interface|type|function\\*?) ${name}\\b`,
    "m",
  ).exec(source);
  if (declared === null) throw new Error(`${name} is not declared where its entry point takes it from`);
  return declared[1]?.replace(/^\s*\* ?/gm, "").trim() ?? null;
}

describe("the reader of docstrings", () => {
  const source =
    "/** Adds. */\nexport function add() {}\nexport const SUM = 1;\n\n/** Far. */\n\nexport type Far = 1;\n";

  it("finds what stands right above a declaration", () => {
    expect(docstringOf("add", source)).toBe("Adds.");
  });

  it("takes no docstring of a neighbour", () => {
    expect(docstringOf("SUM", source)).toBeNull();
    expect(docstringOf("Far", source)).toBeNull();
  });
});

for (const entry of entryFiles()) {
  describe(`the names that ${entry} exports`, () => {
    const names = exportedNames(entry);

    it("are all seen by this test", () => {
      const inBraces = [...read(entry).matchAll(/\{([^}]+)\}/g)].flatMap(([, list = ""]) =>
        list.split(",").filter((name) => name.trim()),
      );
      expect(names.length).toBe(inBraces.length);
      expect(names.length).toBeGreaterThan(2);
      expect(read(entry)).not.toMatch(/export \*/);
    });

    it("have a docstring each, which is a sentence", () => {
      const bare = names.filter(([name, home]) => !/^[\p{Lu}`"[1].{10,}/su.test(docstringOf(name, read(home)) ?? ""));
      expect(bare.map(([name, home]) => `${name} in ${home}`)).toEqual([]);
    });

    it("are documented at the head of the entry point", () => {
      expect(read(entry)).toMatch(/^\/\*\* [^*]{20,}\*\//);
    });
  });
}
