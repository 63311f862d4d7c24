import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** A piece of TypeScript in the documentation. */
export interface CodeBlock {
  /** File it stands in, from the root of the project. */
  readonly file: string;
  /** 1-based line of its first line. */
  readonly line: number;
  readonly code: string;
}

/** Blocks of these kinds are shown, not run: commands, drawings, data. Every other block must be TypeScript. */
const NOT_RUN = ["sh", "text", "json", "csv", "tsv"];

/** Every TypeScript block of the README and of docs/. */
export function listMarkdownBlocks(): readonly CodeBlock[] {
  const files = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];
  return files.filter((file) => file.endsWith(".md")).flatMap((file) => markdownBlocks(file, read(file)));
}

/** Every `@example` of a docstring in src. */
export function listExamples(): readonly CodeBlock[] {
  return sourceFiles().flatMap((file) => exampleBlocks(file, read(file)));
}

/** @throws Error where a block says no kind, or one that is neither run nor listed as not run */
export function markdownBlocks(file: string, text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [, kind] = /^```(.*)$/.exec(lines[at] ?? "") ?? [];
    if (kind === undefined) continue;
    const end = lines.indexOf("```", at + 1);
    if (end < 0) throw new Error(`${file}:${at + 1}: this block is never closed`);
    if (kind === "ts") blocks.push({ file, line: at + 2, code: lines.slice(at + 1, end).join("\n") });
    else if (!NOT_RUN.includes(kind)) throw new Error(`${file}:${at + 1}: expected ts or ${NOT_RUN}, got "${kind}"`);
    at = end;
  }
  return blocks;
}

export function exampleBlocks(file: string, text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    if (!/^\s*\* @example\s*$/.test(lines[at] ?? "")) continue;
    const code: string[] = [];
    for (let next = at + 1; /^\s*\*(?:$| (?!@))/.test(lines[next] ?? ""); next++) {
      code.push((lines[next] ?? "").replace(/^\s*\* ?/, ""));
    }
    blocks.push({ file, line: at + 2, code: code.join("\n") });
  }
  return blocks;
}

/**
 * The module that runs a block: the block itself, with each line `expression; // value` turned into an entry of `checks`.
 * Names that an example neither imports nor makes are those of the package, of its own file, or else of src.
 */
export function toModule({ file, line, code }: CodeBlock): string {
  const imports: string[] = [];
  const body: string[] = [];
  for (const [place, text] of code.split("\n").entries()) {
    if (/^import .* from ".+";$/.test(text)) imports.push(text);
    else body.push(toCheck(text, line + place, file));
  }
  const known = new Set(imports.flatMap((text) => text.match(/[\w$]+/g) ?? []));
  for (const [, name = ""] of code.matchAll(/\b(?:const|let|function|class)\s+([\w$]+)/g)) known.add(name);
  const used = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  if (file.startsWith("src/")) {
    for (const [name, home] of [...publicNames(), ...declaredNames(file), ...sourceFiles().flatMap(declaredNames)]) {
      if (used.has(name) && !known.has(name)) {
        imports.push(`import { ${name} } from "${join(root, home)}";`);
        known.add(name);
      }
    }
  }
  return `${imports.join("\n")}\nexport const checks = [];\n${body.join("\n")}\n`;
}

/** How many lines of a block are claims that are checked. */
export function countClaims({ code, line, file }: CodeBlock): number {
  return code.split("\n").filter((text) => toCheck(text, line, file) !== text).length;
}

/** `expression; // value`, perhaps behind `if (…)` or `else`. */
const CLAIM = /^(\s*(?:else )?(?:if \(.+?\) (?=[^{]))?)(.+); \/\/ (.+)$/;
const NO_EXPRESSION = /^(?:const|let|var|return|throw|for|while|import|export|await )|^[)\].}]/;

function toCheck(text: string, line: number, file: string): string {
  const [, before = "", expression = "", value = ""] = CLAIM.exec(text) ?? [];
  if (expression === "") return text;
  if (NO_EXPRESSION.test(expression)) {
    throw new Error(`${file}:${line}: a comment behind code is the value of the whole line: "${text.trim()}"`);
  }
  const claim = JSON.stringify(`${file}:${line}: ${text.trim()}`);
  return `${before}checks.push({ claim: ${claim}, actual: (${expression}), expected: (${value}) });`;
}

/** Source files of src, from the root of the project, sorted. */
function sourceFiles(): readonly string[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts"))
    .sort();
}

const ENTRIES = [
  "src/index.ts",
  "src/pattern/index.ts",
  "src/report/index.ts",
  "src/learning/index.ts",
  "src/work/index.ts",
  "src/work/bullmq/index.ts",
];

/** Entry points of the package that exist. */
export function entryFiles(): readonly string[] {
  return ENTRIES.filter((file) => existsSync(join(root, file)));
}

/** A name that an entry point exports, and the file that declares it. */
export function exportedNames(entry: string): readonly (readonly [name: string, home: string])[] {
  const folder = entry.slice(0, entry.lastIndexOf("/"));
  return [...read(entry).matchAll(/export (?:type )?\{([^}]+)\} from "(\.[^"]+)\.js"/g)].flatMap(
    ([, names = "", home = ""]) =>
      names
        .split(",")
        .map((name) => name.trim().replace(/^type /, ""))
        .filter((name) => name !== "")
        .map((name) => [name, join(folder, `${home}.ts`).replaceAll("\\", "/")] as const),
  );
}

function publicNames(): readonly (readonly [name: string, home: string])[] {
  return entryFiles().flatMap(exportedNames);
}

function declaredNames(file: string): readonly (readonly [name: string, home: string])[] {
  const declared = /^export (?:async )?(?:const|class|function\*?) ([\w$]+)/gm;
  return [...read(file).matchAll(declared)].map(([, name = ""]) => [name, file] as const);
}

/** Text of a file, from the root of the project. */
export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
