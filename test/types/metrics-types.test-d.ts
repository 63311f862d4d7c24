import { describe, expectTypeOf, it } from "vitest";
import type { Summary } from "../../src/pattern/index.js";
import {
  type Answer,
  CES_CONVENTIONS,
  type Ces,
  type Csat,
  ces,
  csat,
  type Nps,
  nps,
} from "../../src/pattern/metrics/index.js";

declare const list: readonly Answer[];
declare const stream: ReadableStream<number>;
declare const generated: AsyncIterable<Answer>;
declare const summary: Summary;

/** Only compiled, never run: what is written here must be what a user's editor knows. */
describe("what the editor knows of scores", () => {
  it("is a result at once of what is there, and a promise of what must be waited for", () => {
    expectTypeOf(nps(list)).toEqualTypeOf<Nps>();
    expectTypeOf(nps(summary)).toEqualTypeOf<Nps>();
    expectTypeOf(nps(stream)).toEqualTypeOf<Promise<Nps>>();
    expectTypeOf(csat(generated, { scale: [1, 5] })).toEqualTypeOf<Promise<Csat>>();
    expectTypeOf(ces(list, CES_CONVENTIONS["ces-2"])).toEqualTypeOf<Ces>();
  });

  it("refuses a scale left out, a direction left out, text and an unknown interval", () => {
    // @ts-expect-error the scale must be told
    csat(list, {});
    // @ts-expect-error the direction must be told
    ces(list, { scale: [1, 7] });
    // @ts-expect-error text is no list of answers
    nps("9");
    // @ts-expect-error Student's interval is for means
    nps(list, { interval: "t" });
  });
});
