import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/report/display-width.js";
import { escapeMarkdown } from "../../src/report/escape-markdown.js";
import { toHtml, toMarkdown, toTerminal } from "../../src/report/index.js";
import { SHOP, summaryOf } from "./sample-summary.js";

/** Pieces that break out of HTML, Markdown and terminals where one escape is forgotten. */
const WEAPON = fc.constantFrom(
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "<!--",
  "]]>",
  "&lt;b&gt;",
  "&#x3c;b>",
  "</style>",
  "</bdi></td></table>",
  "`code`",
  "| cell |",
  "[link](javascript:alert(1))",
  "![image](http://x.example/p.png)",
  "<http://x.example>",
  "http://x.example www.x.example a@b.example @somebody",
  "\n# heading\n---\n> quote\n```",
  "\u001b[31mred\u001b[0m\u001b]0;title\u0007\u009b2J",
  "\u202eevil\u2066\u2069",
  "\u0000\b\r\u0085\u2028",
  "\ud800",
  "\udc00\ud83d",
  "مرحبا שלום",
  "漢字👩‍👩‍👧‍👦🇹🇷",
  "__proto__",
  "/",
);
const HOSTILE = fc
  .array(fc.oneof(WEAPON, fc.string({ unit: "binary" }), fc.string()), { maxLength: 8 })
  // The evidence of the sample quotes is the characters 1 to 3: with a plain start it is there for every text.
  .map((pieces) => `abcd${pieces.join("")}`);

const TAG = /<(\/?[a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*\/?>/g;

/** Names of all tags with the names of their attributes, and whatever "<" or ">" belongs to none. */
function readTags(page: string): { tags: string[]; strays: string[] } {
  const body = page.replace(/^<!doctype html>/, "").replace(/<style>[^<]*<\/style>/, "");
  const tags = [...body.matchAll(TAG)].map(([, name, attributes = ""]) =>
    [name, ...[...attributes.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)(?==|\s|$)/g)].map(([, attribute]) => attribute)].join(
      " ",
    ),
  );
  return { tags, strays: [...body.replace(TAG, "").matchAll(/[<>]/g)].map(String) };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("customer text in a page", () => {
  const plain = readTags(toHtml(summaryOf("abcd"), { title: "abcd", source: "abcd", generatedAt: "abcd" }));

  it("reads the tags of a page at all", () => {
    expect(plain.tags.length).toBeGreaterThan(400);
    expect(plain.strays).toEqual([]);
  });

  it("never adds, removes or changes a tag or an attribute", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const page = toHtml(summaryOf(text), { title: text, source: text, generatedAt: text });
        const { tags, strays } = readTags(page);
        expect(strays).toEqual([]);
        expect(tags).toEqual(plain.tags);
        expect(page).not.toMatch(ACTING);
        expect(page.isWellFormed()).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("is not taken for markup where a summary holds something else than text", () => {
    // Read from a file, a summary may hold anything: what is no text must not pass either.
    const damaged = JSON.parse(JSON.stringify(summaryOf("abcd")).replaceAll('"id":"abcd"', '"id":{"markup":"<b>"}'));
    expect(toHtml(damaged)).not.toContain("<b><");
    expect(toHtml(damaged)).toContain("[object Object]");
  });
});

describe("customer text in Markdown", () => {
  const count = (text: string): number[] => text.split("\n").map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0);
  const plain = count(toMarkdown(summaryOf("abcd"), { title: "abcd" }));

  it("stays readable: only what would be read as a sign is escaped", () => {
    expect(escapeMarkdown("Late (9 days): 45% off, n = 3 - why? see http://x.example")).toBe(
      "Late (9 days): 45% off, n = 3 - why? see http\\://x.example",
    );
    expect(["- a", "1. a", "2) a", "=", "a|b", "mail@x.example"].map(escapeMarkdown)).toEqual([
      "\\- a",
      "1\\. a",
      "2\\) a",
      "\\=",
      "a\\|b",
      "mail@\u2060x.example",
    ]);
  });

  it("never adds a line, a cell, a tag, a link or code", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const made = toMarkdown(summaryOf(text), { title: text });
        expect(count(made)).toEqual(plain);
        expect(made).not.toMatch(/<|(?<!\\)[`[\]]|[^\\]:\/\/|www\.|@(?!\u2060)/i);
        expect(made).not.toMatch(ACTING);
      }),
      { numRuns: 150 },
    );
  });
});

describe("customer text in a terminal", () => {
  it("never brings a control character, and no line is wider than asked", () => {
    fc.assert(
      fc.property(HOSTILE, fc.integer({ min: 40, max: 120 }), (text, width) => {
        const made = toTerminal(summaryOf(text), { title: text, source: text, width });
        expect(made).not.toMatch(ACTING);
        for (const line of made.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 150 },
    );
  });

  it("is as wide as asked in both languages, for a real summary", () => {
    for (const language of ["en", "tr"] as const)
      for (let width = 40; width <= 100; width++) {
        const lines = toTerminal(SHOP, { language, width }).split("\n");
        expect(Math.max(...lines.map(displayWidth))).toBe(width);
      }
  });

  it("has escape sequences only where colour is asked for", () => {
    const colored = toTerminal(SHOP, { color: true });
    expect(colored).toContain("\u001b[31m█");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is taken out
    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(toTerminal(SHOP));
  });
});
