import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawSeries, type Scene } from "../../../benchmarks/coverage/draw-series.js";
import { createRandom } from "../../../src/core/random.js";
import { findAlarms } from "../../../src/pattern/trends/find-alarms.js";

interface Row {
  readonly test: string;
  readonly counted: string;
  readonly waves: number;
  readonly looks: number;
  readonly share: number;
}

const path = new URL("../../../benchmarks/coverage/alarms.json", import.meta.url);
const { rows }: { readonly rows: readonly Row[] } = JSON.parse(readFileSync(path, "utf8"));
const rowsOf = (counted: string): readonly Row[] => rows.filter((row) => row.counted === counted);

describe("the recorded simulation", () => {
  it("cries wolf in no more than 5 % of looks, but for the noise of so many looks", () => {
    expect(rowsOf("false alarms").length).toBeGreaterThan(20);
    const wolf = rowsOf("false alarms").filter(
      ({ share, looks }) => share > 0.05 + 2 * Math.sqrt((0.05 * 0.95) / looks),
    );
    expect(wolf).toEqual([]);
  });

  it("sees a theme double from 50 mentions in 80 % of looks, where themes do not go up and down much by themselves", () => {
    const calm = rowsOf("power").filter(({ waves }) => waves <= 0.1);
    expect(calm.length).toBeGreaterThanOrEqual(6);
    expect(calm.filter(({ share }) => share < 0.8)).toEqual([]);
  });
});

describe("a few looks of it", () => {
  const shares = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`theme ${i + 1}`, 0.01 * (i + 1)]));
  const scene: Scene = { weeks: 13, verbatims: 1000, shares, waves: 0.1 };
  const LOOKS = 150;
  const looks = (drawn: Scene, sees: (states: Readonly<Record<string, string>>) => boolean): number => {
    const random = createRandom(11);
    let seen = 0;
    for (let look = 0; look < LOOKS; look++) {
      const { alarms } = findAlarms(drawSeries(drawn, random));
      if (sees(Object.fromEntries(alarms.map(({ name, state }) => [name, state])))) seen++;
    }
    return seen / LOOKS;
  };

  it("cry wolf seldom", () => {
    expect(looks(scene, (states) => Object.values(states).some((state) => state !== "steady"))).toBeLessThan(0.1);
  });

  it("see a theme that doubles", () => {
    const doubled: Scene = { ...scene, times: (theme, week) => (theme === "theme 5" && week === 12 ? 2 : 1) };
    expect(looks(doubled, (states) => states["theme 5"] === "emerging")).toBeGreaterThan(0.75);
  });
});
