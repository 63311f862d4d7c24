import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile } from "../../src/core/beta.js";
import { chiSquareTail, logGamma } from "../../src/core/gamma.js";
import { normalCdf, normalQuantile } from "../../src/core/normal.js";
import { studentCdf, studentQuantile } from "../../src/core/student.js";

const FUNCTIONS: Readonly<Record<string, (x: number, a: number, b: number) => number>> = {
  normalCdf,
  normalQuantile,
  logGamma,
  chiSquareTail,
  betaCdf,
  betaQuantile,
  studentCdf,
  studentQuantile,
};

/** Values below this are 0 for any use; R and this library go on differently there. */
const NOTHING = 1e-290;

/** Functions that are 0 somewhere within the grid, where R's own answer is a rounding error. */
const ZEROES = new Set(["logGamma", "studentQuantile"]);

const fixtures = readFileSync("test/fixtures/statistics/distributions.csv", "utf8").trim().split("\n").slice(1);

describe("distribution functions agree with R to 1e-9 of the value, in the tails too", () => {
  test.each(Object.entries(FUNCTIONS))("%s", (name, compute) => {
    const rows = fixtures.map((line) => line.split(",")).filter((row) => row[0] === name);
    expect(rows.length).toBeGreaterThan(10);
    const wrong = rows.flatMap(([, ...cells]) => {
      const [x = 0, a = 0, b = 0, expected = 0] = cells.map(Number);
      const got = compute(x, a, b);
      const allowed = Math.max(1e-9 * Math.abs(expected), NOTHING, ZEROES.has(name) ? 1e-14 : 0);
      return Math.abs(got - expected) <= allowed ? [] : [`${name}(${x}, ${a}, ${b}) = ${got}, R says ${expected}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("at the edges", () => {
  test("probabilities of 0 and 1 have infinite quantiles where the line has no end", () => {
    expect([normalQuantile(0), normalQuantile(1), studentQuantile(0, 3), studentQuantile(1, 3)]).toEqual([
      -Infinity,
      Infinity,
      -Infinity,
      Infinity,
    ]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });

  test("what is no probability and no degree of freedom gives NaN", () => {
    const none = [normalQuantile(1.1), betaQuantile(-0.1, 1, 1), betaCdf(0.5, 0, 1), studentCdf(1, 0)];
    expect([...none, studentQuantile(Number.NaN, 3), chiSquareTail(1, -1)].every(Number.isNaN)).toBe(true);
  });

  test("beyond its range a number is surely below or surely above", () => {
    expect([betaCdf(-1, 2, 2), betaCdf(2, 2, 2), chiSquareTail(-3, 2), chiSquareTail(Infinity, 2)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([normalCdf(-Infinity), normalCdf(Infinity), studentCdf(-Infinity, 4)]).toEqual([0, 1, 0]);
  });
});
