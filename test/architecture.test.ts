import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");

/** Folders of src in `ls` order, which is the order of the data. */
const LAYERS = ["core", "intake", "language", "learning", "meaning", "pattern", "report", "stream", "work"];

/** The one file that imports each third-party library: all of them, and no other. */
const ADAPTERS: Readonly<Record<string, string>> = {
  bullmq: "work/bullmq/open-queue.ts",
  "cli-progress": "work/progress-line.ts",
  hyparquet: "work/pool/parquet-input.ts",
  ioredis: "work/bullmq/open-redis.ts",
  udsv: "intake/csv.ts",
  zod: "intake/verbatim.ts",
};

interface Import {
  readonly file: string;
  readonly from: string;
}

/** The code of a file without its comments, whose examples import from the package by name. */
const codeOf = (file: string): string =>
  readFileSync(join(source, file), "utf8").replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, "");

/** Modules that code imports or re-exports, at the top of a file or on demand. */
const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();
const code = new Map(files.map((file) => [file, codeOf(file)]));
const imports: Import[] = [...code].flatMap(([file, text]) => importsOf(text).map((from) => ({ file, from })));

const layerOf = (file: string): string => file.split("/")[0] ?? "";
const portable = files.filter((file) => layerOf(file) !== "work" && file !== "cli.ts");
const filesWith = (pattern: RegExp): string[] => portable.filter((file) => pattern.test(code.get(file) ?? ""));

describe("the import law", () => {
  it("looks at every file and finds imports to check", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(portable.length).toBeGreaterThan(80);
    expect(imports.filter(({ from }) => from.startsWith(".")).length).toBeGreaterThan(200);
  });

  it("sees imports of every shape, and none in a comment", () => {
    const shapes = ['import a from "./a.js";', 'import {\n  b,\n} from "./b.js";', 'export * from "./c.js";'];
    const late = ['import "./d.js";', 'const e = await import("./e.js");'];
    expect(importsOf([...shapes, ...late].join("\n"))).toEqual(["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]);
    expect(readFileSync(join(source, "core/error.ts"), "utf8")).toContain('from "verbatims"');
    expect(importsOf(codeOf("core/error.ts"))).toEqual([]);
  });

  it("knows every folder of src", () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual(LAYERS);
  });

  it("lets a file import from its own folder and from folders above it only", () => {
    const wrong = imports.filter(({ file, from }) => {
      const layer = LAYERS.indexOf(layerOf(file));
      if (!from.startsWith(".") || layer < 0) return false;
      const target = relative(source, resolve(dirname(join(source, file)), from)).replaceAll("\\", "/");
      return !target.startsWith("..") && LAYERS.indexOf(layerOf(target)) > layer;
    });
    expect(wrong).toEqual([]);
  });

  it("keeps Node out of everything but work and the command", () => {
    const imported = imports.filter(({ file, from }) => portable.includes(file) && from.startsWith("node:"));
    const globals = filesWith(/(?<!\.)\b(?:process|Buffer|__dirname)\s*[.[(]/);
    expect([...imported, ...globals]).toEqual([]);
  });

  it("imports each third-party library in one file, and declares just these libraries", () => {
    const foreign = imports.filter(({ from }) => !from.startsWith(".") && !from.startsWith("node:"));
    const adapters = Object.entries(ADAPTERS).map(([from, file]) => ({ file, from }));
    const inOrder = (list: readonly Import[]): string[] => list.map(({ file, from }) => `${from} in ${file}`).sort();
    expect(inOrder(foreign)).toEqual(inOrder(adapters));
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(Object.keys({ ...dependencies, ...peerDependencies }).sort()).toEqual(Object.keys(ADAPTERS).sort());
  });

  it("reads no clock, no chance and no locale outside work and the command", () => {
    expect(filesWith(/Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale|performance\.now/)).toEqual([]);
  });
});
