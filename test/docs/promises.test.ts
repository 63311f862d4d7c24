import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../../src/work/command-options.js";
import { read } from "./code-blocks.js";

const root = resolve(import.meta.dirname, "../..");
const { scripts, exports, version } = JSON.parse(read("package.json"));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
];

describe("the documents", () => {
  it("link to files that are there", () => {
    const links = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = ""]) => ({ file, link })),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ file, link }) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
  });

  it("name scripts that npm can run", () => {
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run ([\w-]+)/g)].map(([, name = ""]) => name),
    );
    expect(named).toContain("demo");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("name files of this project that are there", () => {
    const named = documents.flatMap((file) => [
      ...read(file).matchAll(/`((?:src|test|datasets|models|benchmarks)\/[\w./-]+)`/g),
    ]);
    expect(named.length).toBeGreaterThan(3);
    expect(named.map(([, path = ""]) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("the README", () => {
  it("lists the entry points of the package, all of them", () => {
    const listed = [...read("README.md").matchAll(/^\| `(verbatims[\w/]*)` \|/gm)].map(([, name]) => name);
    const exported = Object.keys(exports).filter((name) => !name.endsWith(".json"));
    expect(listed.sort()).toEqual(exported.map((name) => `verbatims${name.slice(1)}`).sort());
  });

  it("shows commands that the command takes", () => {
    const shown = [...read("README.md").matchAll(/^verbatims (\w+ +\S.*?)(?: {3,}\S.*)?$/gm)].map(
      ([, line = ""]) => line,
    );
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const line of shown) expect(() => parseCommandLine(line.split(/ +/)), line).not.toThrow();
  });
});

describe("the changelog", () => {
  it("has an entry for the version of the package", () => {
    expect(read("CHANGELOG.md")).toContain(`## ${version}`);
  });
});
