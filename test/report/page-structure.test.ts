import { describe, expect, it } from "vitest";
import { toHtml } from "../../src/report/index.js";
import { NOTHING_SAID, SHOP } from "./sample-summary.js";

const PAGES: Readonly<Record<string, string>> = {
  "an English page": toHtml(SHOP, { source: "reviews.csv" }),
  "a Turkish page": toHtml(SHOP, { language: "tr" }),
  "a page of nothing": toHtml(NOTHING_SAID),
};

const all = (page: string, pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, found = ""]) => found);

describe.each(Object.entries(PAGES))("%s", (name, page) => {
  it("names its language and has one title, one main, one h1 and a skip link to main", () => {
    expect(page).toContain(`<html lang="${name === "a Turkish page" ? "tr" : "en"}"`);
    expect(all(page, /<title>([^<]+)<\/title>\n<style>/g).length).toBe(1);
    for (const tag of ["main", "h1", "header", "footer"]) {
      expect(all(page, new RegExp(`<(${tag})[ >]`, "g")), tag).toEqual([tag]);
    }
    expect(page).toContain('<a class="skip" href="#report">');
    expect(page).toContain('<main id="report"');
  });

  it("has headings that skip no level", () => {
    const levels = all(page, /<h([1-6])[ >]/g).map(Number);
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => {
      expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it("gives every id once, and every reference to one has its target", () => {
    const ids = all(page, / id="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...all(page, /href="#([^"]*)"/g),
      ...all(page, /aria-labelledby="([^"]*)"/g).flatMap((list) => list.split(" ")),
      ...all(page, /url\(#([^)]*)\)/g),
    ];
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("gives every table a caption and every head cell a scope", () => {
    const tables = page.split("<table ").slice(1);
    expect(tables.length > 0).toBe(name !== "a page of nothing");
    for (const table of tables) expect(table).toMatch(/^[^>]*><caption>[^<]+<\/caption>/);
    expect(all(page, /<th ([^>]*)>/g).filter((th) => !th.includes("scope="))).toEqual([]);
  });

  it("gives every drawing a text or hides it from those who listen", () => {
    const silent = all(page, /<svg ([^>]*)>/g).filter(
      (svg) => !/aria-hidden="true"|role="img" aria-labelledby/.test(svg),
    );
    expect(silent).toEqual([]);
  });

  it("asks for nothing from outside and runs no script", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|\ssrc=|\son[a-z]+=|url\((?!#)/i);
    expect(all(page, /href="([^"]*)"/g).filter((href) => !href.startsWith("#"))).toEqual([]);
  });
});

describe("an empty summary", () => {
  it("is told as such, in the language asked for", () => {
    expect(PAGES["a page of nothing"]).toContain("There are no verbatims in this summary");
    expect(toHtml(NOTHING_SAID, { language: "tr" })).toContain("Bu özette hiç müşteri görüşü yok");
  });
});

describe("colours", () => {
  const palettes = all(PAGES["an English page"] ?? "", /:root \{([^}]*--ground[^}]*)\}/g).map(
    (rules) => new Map([...rules.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, key = "", hex = ""]) => [key, hex])),
  );
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };

  it("are there for light, dark and paper", () => {
    expect(palettes.length).toBe(3);
  });

  it.each([
    ["text", "ground", 4.5],
    ["text", "card", 4.5],
    ["text", "mark", 4.5],
    ["quiet", "ground", 4.5],
    ["quiet", "card", 4.5],
    ["accent", "ground", 4.5],
    ["negative", "card", 3],
    ["mixed", "card", 3],
    ["neutral", "card", 3],
    ["positive", "card", 3],
    ["plain", "card", 3],
  ])("keep %s readable on %s (contrast of at least %f)", (front, ground, least) => {
    for (const palette of palettes) {
      expect(contrast(palette.get(front) ?? "", palette.get(ground) ?? "")).toBeGreaterThanOrEqual(least);
    }
  });
});
