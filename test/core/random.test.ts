import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, drawSample, shuffle } from "../../src/core/random.js";

describe("createRandom", () => {
  it("gives the same numbers for the same seed, on every machine", () => {
    const random = createRandom(42);
    expect([random(), random(), random()]).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
  });

  it("stays in [0, 1) and fills it evenly", () => {
    const random = createRandom(7);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const place = Math.floor(random() * 10);
      tenths[place] = (tenths[place] ?? Number.NaN) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});

describe("drawSample", () => {
  it("draws as many as asked, each once, in their old order", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(250), fc.nat(), (length, most, seed) => {
        const items = Array.from({ length }, (_, n) => n);
        const drawn = drawSample(items, most, seed);
        expect(drawn.length).toBe(Math.min(length, most));
        expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      }),
    );
  });

  it("draws each item about as often as any other", () => {
    const times = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 3000; seed++) {
      for (const n of drawSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, seed)) times[n] = (times[n] ?? Number.NaN) + 1;
    }
    for (const count of times) expect(Math.abs(count - 900)).toBeLessThan(120);
  });

  it("draws the same for the same seed", () => {
    const items = Array.from({ length: 50 }, (_, n) => n);
    expect(drawSample(items, 5, 3)).toEqual(drawSample(items, 5, 3));
  });
});

describe("shuffle", () => {
  it("keeps every number", () => {
    fc.assert(
      fc.property(fc.int32Array({ maxLength: 50 }), fc.nat(), (numbers, seed) => {
        const shuffled = numbers.slice();
        shuffle(shuffled, createRandom(seed));
        expect(shuffled.sort()).toEqual(numbers.sort());
      }),
    );
  });

  it("gives each of the six orders of three numbers equally often", () => {
    const random = createRandom(1);
    const times = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const numbers = Int32Array.of(1, 2, 3);
      shuffle(numbers, random);
      times.set(numbers.join(), (times.get(numbers.join()) ?? 0) + 1);
    }
    expect(times.size).toBe(6);
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
