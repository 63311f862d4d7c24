import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const built = join(root, "dist");

/** What loading a file of the built library loads: files, from the root of the project, and packages. */
interface Loaded {
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** Sources that are bundled in the files, as the bundler notes them. */
  readonly sources: readonly string[];
}

function load(entry: string): Loaded {
  const [files, packages, sources] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (file: string): void => {
    const path = relative(root, file);
    if (files.has(path)) return;
    files.add(path);
    // Models import nothing and are large.
    if (path.startsWith("models")) return;
    const code = readFileSync(file, "utf8");
    for (const [, source = ""] of code.matchAll(/^\/\/ (\S+\.[jt]s)$/gm)) sources.add(source);
    for (const [, from = ""] of code.matchAll(/^(?:import|export|\}) ?(?:[^"\n]*from )?"([^"\n]+)";$/gm)) {
      if (from.startsWith(".")) visit(resolve(dirname(file), from));
      else packages.add(from);
    }
  };
  visit(join(built, entry));
  return { files: [...files], packages: [...packages], sources: [...sources] };
}

/** Folders of src that the files were made from. */
const foldersOf = ({ sources }: Loaded): string[] =>
  [...new Set(sources.flatMap((source) => /^src\/(\w+)\//.exec(source)?.[1] ?? []))].sort();

describe("an entry point", () => {
  it("for metrics or summaries loads no model, no library and little of what reads texts", () => {
    for (const entry of ["metrics.js", "summary.js"]) {
      const loaded = load(entry);
      expect(loaded.packages, entry).toEqual([]);
      expect(
        loaded.sources.filter((source) => /node_modules|load-|analyzer/.test(source)),
        entry,
      ).toEqual([]);
      expect(
        loaded.files.filter((file) => file.startsWith("models")),
        entry,
      ).toEqual([]);
      expect(foldersOf(loaded), entry).not.toContain("language");
      expect(loaded.sources.length, entry).toBeGreaterThan(5);
    }
  });

  it("for texts loads the six models, and of Zod no language but English", () => {
    const { files, packages, sources } = load("index.js");
    expect(files.filter((file) => file.startsWith("models")).sort()).toEqual(
      ["en", "tr"].flatMap((language) =>
        ["lexicon", "meaning", "sentiment"].map((name) => `models/${language}/${name}.js`),
      ),
    );
    expect(packages).toEqual(["udsv"]);
    const locales = sources.filter((source) => source.includes("zod/v4/locales/"));
    expect(locales.map((source) => source.split("/").at(-1))).toEqual(["en.js"]);
  });

  it("loads thirty files at most", () => {
    const entries = readdirSync(built).filter((file) => /^(?!chunk-).*\.js$/.test(file));
    expect(entries.length).toBeGreaterThan(8);
    for (const entry of entries) expect(load(entry).files.length, entry).toBeLessThanOrEqual(30);
  });
});

describe("the built files", () => {
  it("name only files that are there, relative to themselves", () => {
    const named = readdirSync(built)
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => [
        ...readFileSync(join(built, file), "utf8").matchAll(
          /(?:from |^import |new URL\()"(\.[^"\n]+)"(?:;|, import\.meta\.url)/gm,
        ),
      ])
      .map(([, path = ""]) => path);
    expect(named).toEqual(expect.arrayContaining(["./score-thread.js", "../datasets/demo.csv"]));
    expect(named.filter((path) => !existsSync(resolve(built, path)))).toEqual([]);
  });

  it("come with the licence of what is bundled in them", () => {
    expect(readFileSync(join(built, "LICENSE-zod"), "utf8")).toContain("MIT License");
  });
});
