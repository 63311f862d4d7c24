import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToSummary, analyze, emptySummary } from "../../src/index.js";
import { encodeModel, trainModel } from "../../src/learning/index.js";
import { moduleOf } from "./block-modules.js";
import {
  type CodeBlock,
  countClaims,
  exampleBlocks,
  listExamples,
  listMarkdownBlocks,
  markdownBlocks,
  toModule,
} from "./code-blocks.js";

const reviews =
  'date,rating,review\n2026-03-01,5,"Great kettle, fast delivery"\n2026-03-02,1,The lid broke after a week\n';
const analyses = ["Great kettle, fast delivery", "The lid broke after a week"].map((text) => analyze(text));
const summary = `${JSON.stringify(addToSummary(emptySummary(), analyses))}\n`;
const scored = analyses.map((analysis) => `${JSON.stringify(analysis)}\n`).join("");
const ticketRows = [
  { text: "Where is my parcel?", label: "delivery" },
  { text: "I was charged twice", label: "billing" },
];
const tickets = `text,label\n${ticketRows.map(({ text, label }) => `${text},${label}\n`).join("")}`;

/** The files that examples name, as `name → content`. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "reviews.csv": reviews,
  "reviews.csv.gz": gzipSync(reviews),
  "scored.jsonl": scored,
  "monday.jsonl": scored,
  "tuesday.jsonl": scored,
  "summary.json": summary,
  "monday.json": summary,
  "tickets.csv": tickets,
  "dev.csv": tickets,
  "tickets.vbtm": encodeModel(await trainModel(ticketRows)),
  "tuesday.json": summary,
};

const started = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "verbatims-docs-"));
beforeAll(() => {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  process.chdir(folder);
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  process.chdir(started);
  rmSync(folder, { recursive: true });
});

async function run(block: CodeBlock): Promise<void> {
  const { checks } = await import(/* @vite-ignore */ moduleOf(block));
  expect(checks.length).toBe(countClaims(block));
  for (const { claim, actual, expected } of checks) expect(actual, claim).toEqual(expected);
}

/** Blocks that are shown and not run: they need a server. Those of the queue are run, with a Redis, in test/work/bullmq. */
const needsServer = ({ code }: CodeBlock): boolean => /\b(?:fetch|addDump|startShardWorker|waitForDump)\(/.test(code);

const where = ({ file, line }: CodeBlock): string => `${file}:${line}`;
const claimsOf = (blocks: readonly CodeBlock[]): number => blocks.reduce((sum, block) => sum + countClaims(block), 0);

describe("the code in the README and in docs/", () => {
  const blocks = listMarkdownBlocks();

  it("is there, and makes claims", () => {
    expect(blocks.filter(({ file }) => file === "README.md").length).toBeGreaterThanOrEqual(2);
    expect(claimsOf(blocks)).toBeGreaterThanOrEqual(5);
  });

  for (const block of blocks)
    it.skipIf(needsServer(block))(`runs and says what is true: ${where(block)}`, () => run(block));
});

describe("the examples of docstrings", () => {
  const blocks = listExamples();

  it("are there, and make claims", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(10);
    expect(claimsOf(blocks)).toBeGreaterThanOrEqual(5);
  });

  for (const block of blocks)
    it.skipIf(needsServer(block))(`run and say what is true: ${where(block)}`, () => run(block));
});

describe("the reader of code blocks", () => {
  const block = (code: string): CodeBlock => ({ file: "docs/x.md", line: 3, code });

  it("takes the TypeScript and leaves the shell", () => {
    const text = "# X\n\n```sh\nnpm test\n```\n\n```ts\n1 + 1; // 2\n```\n";
    expect(markdownBlocks("docs/x.md", text)).toEqual([{ file: "docs/x.md", line: 8, code: "1 + 1; // 2" }]);
  });

  it("refuses a block of a kind that would silently not be run", () => {
    expect(() => markdownBlocks("docs/x.md", "```typescript\nx\n```\n")).toThrow(/docs\/x.md:1/);
  });

  it("ends an example where the next tag begins", () => {
    const text = "/**\n * Adds.\n *\n * @example\n * add(1, 2); // 3\n * @throws Error never\n */";
    expect(exampleBlocks("src/x.ts", text)).toEqual([{ file: "src/x.ts", line: 5, code: "add(1, 2); // 3" }]);
  });

  it("makes a check of a claim, also of one behind a condition", () => {
    expect(toModule(block("1 + 1; // 2"))).toContain("actual: (1 + 1), expected: (2)");
    expect(toModule(block('if (x) x.code; // "a"'))).toContain("if (x) checks.push({ claim: ");
  });

  it("refuses a comment that it could not check", () => {
    expect(() => toModule(block("const two = 1 + 1; // 2"))).toThrow(/docs\/x.md:3/);
  });
});
