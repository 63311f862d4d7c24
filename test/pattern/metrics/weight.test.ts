import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const source = resolve("src");

/** Modules that a file loads when it runs: imports of types alone are gone by then. */
function loadedBy(file: string): string[] {
  const code = readFileSync(file, "utf8").replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, "");
  return [...code.matchAll(/^(?:import|export)(?! type\b)[^;]*? from "([^"]+)";/gm)].map(([, from = ""]) => from);
}

function everythingLoadedBy(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.startsWith("/")) return;
    for (const from of loadedBy(file)) {
      visit(from.startsWith(".") ? join(dirname(file), from).replace(/\.js$/, ".ts") : from);
    }
  };
  visit(join(source, entry));
  return [...seen].map((file) => (file.startsWith("/") ? relative(source, file) : file));
}

describe.each(["pattern/metrics/index.ts", "pattern/index.ts"])("what %s loads", (entry) => {
  const files = everythingLoadedBy(entry);

  it("is seen by this test", () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files).toContain("core/error.ts");
  });

  it("is core and pattern alone: no engine, no model, no schema, no library", () => {
    expect(files.filter((file) => !/^(?:core|pattern)\//.test(file))).toEqual([]);
  });
});
