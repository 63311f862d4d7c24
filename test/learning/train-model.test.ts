import { describe, expect, it } from "vitest";
import { createScorer } from "../../src/learning/create-scorer.js";
import { evaluate } from "../../src/learning/evaluate.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";
import { encodeModel } from "../../src/learning/model-codec.js";
import { trainModel } from "../../src/learning/train-model.js";
import type { TrainingProgress, TrainOptions } from "../../src/learning/train-options.js";
import { makeMixedTickets, makeReviews, makeTickets, STAR_LABELS, TICKET_LABELS } from "./tickets.js";

const SMALL = { bits: 16 } as const;
const QUICK = { resamples: 0 } as const;

/** Shares of rows that a model trained on 400 rows reads rightly among 200 others. */
async function accuracyOf<Label extends string>(
  make: (count: number, seed: number) => LabelledText<Label>[],
  options: TrainOptions<Label>,
): Promise<number> {
  const model = await trainModel(make(400, 1), { features: SMALL, ...options });
  return (await evaluate(createScorer(model), make(200, 2), QUICK)).accuracy.value;
}

function toStream<T>(rows: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start: (controller) => {
      for (const row of rows) controller.enqueue(row);
      controller.close();
    },
  });
}

describe("a model of one label a text", () => {
  it("reads tickets like those it learned from", async () => {
    expect(await accuracyOf(makeTickets, {})).toBeGreaterThan(0.97);
  });

  it("is the same, byte for byte, for the same examples, options and seed", async () => {
    const options = { features: SMALL, seed: 5 };
    const [one, other] = [await trainModel(makeTickets(250), options), await trainModel(makeTickets(250), options)];
    expect(encodeModel(one)).toEqual(encodeModel(other));
  });

  it("is the same wherever the examples come from: a list, a generator, a stream", async () => {
    const rows = makeTickets(250);
    async function* later(): AsyncGenerator<LabelledText> {
      for (const row of rows) yield await Promise.resolve(row);
    }
    const models = await Promise.all(
      [rows, rows.values(), later(), toStream(rows)].map((source) => trainModel(source, { features: SMALL })),
    );
    for (const model of models) expect(encodeModel(model)).toEqual(encodeModel(models[0] ?? model));
  });

  it("is another for another seed, order of examples, or label", async () => {
    const rows = makeTickets(60);
    const changed = rows.map((row, n) => (n === 3 ? { ...row, label: "weather" } : row));
    const models = await Promise.all([
      trainModel(rows, { features: SMALL }),
      trainModel(rows, { features: SMALL, seed: 2 }),
      trainModel([...rows].reverse(), { features: SMALL }),
      trainModel(changed, { features: SMALL }),
    ]);
    expect(new Set(models.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  it("has the labels of its examples, sorted", async () => {
    expect((await trainModel(makeTickets(40), { features: SMALL })).labels).toEqual(TICKET_LABELS);
  });

  it("learns from two examples, one a label", async () => {
    const model = await trainModel([
      { text: "Where is my parcel?", label: "delivery" },
      { text: "I was charged twice", label: "billing" },
    ]);
    expect(createScorer(model).score("my parcel never came").labels).toEqual(["delivery"]);
  });

  it("says no label of a text without any known word, and the shares of the labels as their probabilities", async () => {
    const scorer = createScorer(await trainModel(makeTickets(60), { features: { ...SMALL, charGrams: [0, 0] } }));
    for (const text of ["", "   ", "漢字", "zygomorphic quux"]) {
      const { labels, probabilities } = scorer.score(text);
      expect(labels).toEqual([]);
      expect(Math.max(...probabilities)).toBeLessThan(0.6);
    }
  });

  it("learns negation: the same word with and without not", async () => {
    const rows = Array.from({ length: 40 }, (_, n) => [
      { text: `the lid is tight, kettle ${n}`, label: "fine" as const },
      { text: `the lid is not tight, kettle ${n}`, label: "broken" as const },
    ]).flat();
    const scorer = createScorer(await trainModel(rows, { features: SMALL }));
    expect(scorer.score("the lid is tight").labels).toEqual(["fine"]);
    expect(scorer.score("the lid is not tight").labels).toEqual(["broken"]);
  });

  it("is less sure of texts whose examples contradict one another", async () => {
    const clear = makeTickets(200);
    const torn = Array.from({ length: 60 }, (_, n) => ({
      text: `my voucher code is refused, case ${n >> 1}`,
      label: n % 2 === 0 ? ("billing" as const) : ("account" as const),
    }));
    const scorer = createScorer(await trainModel([...clear, ...torn], { features: SMALL }));
    const { probabilities } = scorer.score("my voucher code is refused");
    expect(Math.max(...probabilities)).toBeLessThan(0.75);
    expect(Math.max(...scorer.score("parcel never arrived").probabilities)).toBeGreaterThan(0.9);
  });

  it("takes the same example many times without harm", async () => {
    const rows = makeTickets(40).flatMap((row) => [row, row, row, row, row]);
    const { accuracy } = await evaluate(
      createScorer(await trainModel(rows, { features: SMALL })),
      makeTickets(40),
      QUICK,
    );
    expect(accuracy.value).toBe(1);
  });

  it("knows labels that no example has and never says them", async () => {
    const labels = [...TICKET_LABELS, "weather"];
    const scorer = createScorer(await trainModel<string>(makeTickets(250), { labels, features: SMALL }));
    const verdicts = makeTickets(50, 3).map(({ text }) => scorer.score(text));
    expect(Math.max(...verdicts.map(({ probabilities }) => probabilities[4] ?? 1))).toBeLessThan(0.05);
  });
});

describe("class weights", () => {
  const lopsided = makeReviews(150).map(({ text }, n) =>
    n % 10 === 0 ? { text: `${text}, sad to say`, label: "complaint" as const } : { text, label: "praise" as const },
  );

  it("make a rare label likelier where balanced", async () => {
    const shares = await Promise.all(
      (["none", "balanced"] as const).map(async (classWeights) => {
        const model = await trainModel(lopsided, { classWeights, features: SMALL });
        return createScorer(model).score("bought it 5 days ago").probabilities[0] ?? 0;
      }),
    );
    expect(shares[1]).toBeGreaterThan(2 * (shares[0] ?? 0));
  });
});

describe("a model of any number of labels a text", () => {
  it("reads tickets about one thing, two things and none", async () => {
    expect(await accuracyOf(makeMixedTickets, { kind: "multi" })).toBeGreaterThan(0.9);
  });

  it("learns from texts without a label", async () => {
    const rows = [
      { text: "charged twice", labels: ["billing"] },
      { text: "hello there", labels: [] },
    ];
    const scorer = createScorer(await trainModel(rows, { kind: "multi" }));
    expect(scorer.labels).toEqual(["billing"]);
    const [told, silent] = ["charged twice", "hello there"].map((text) => scorer.score(text).probabilities[0] ?? 0);
    expect(told).toBeGreaterThan(silent ?? 1);
  });

  it("counts a label given twice once", async () => {
    const once = [
      { text: "charged twice", labels: ["billing"] },
      { text: "late parcel", labels: ["delivery"] },
    ];
    const twice = once.map(({ text, labels }) => ({ text, labels: [...labels, ...labels] }));
    const [a, b] = [await trainModel(once, { kind: "multi" }), await trainModel(twice, { kind: "multi" })];
    expect(encodeModel(a)).toEqual(encodeModel(b));
  });
});

describe("a model of ordered labels", () => {
  it("reads stars within one of the truth", async () => {
    const model = await trainModel(makeReviews(500, 1), { kind: "ordinal", labels: STAR_LABELS, features: SMALL });
    const { ordinal } = await evaluate(createScorer(model), makeReviews(200, 2), QUICK);
    expect(ordinal?.meanAbsoluteError).toBeLessThan(0.35);
  });

  it("gives the neighbours of the stars it says more, on the whole, than all stars further off", async () => {
    const model = await trainModel(makeReviews(500, 1), { kind: "ordinal", labels: STAR_LABELS, features: SMALL });
    const scorer = createScorer(model);
    let [near, far] = [0, 0];
    for (const { text } of makeReviews(200, 2)) {
      const { labels, probabilities } = scorer.score(text);
      const said = STAR_LABELS.indexOf(labels[0] ?? "3");
      probabilities.forEach((probability, at) => {
        if (Math.abs(at - said) === 1) near += probability;
        if (Math.abs(at - said) > 1) far += probability;
      });
    }
    expect(near).toBeGreaterThan(far);
  });

  it("keeps the order of its labels, not that of the alphabet", async () => {
    const labels = ["poor", "fair", "good"] as const;
    const rows = labels.flatMap((label) => [1, 2].map((n) => ({ text: `${label} kettle ${n}`, label })));
    expect((await trainModel(rows, { kind: "ordinal", labels, features: SMALL })).labels).toEqual(labels);
  });
});

describe("abstention", () => {
  it("is right at least nearly as often as wanted, on fewer texts", async () => {
    const options = { kind: "ordinal", labels: STAR_LABELS, features: SMALL } as const;
    const model = await trainModel(makeReviews(1000, 1), { ...options, accuracyWanted: 0.95 });
    const all = await trainModel(makeReviews(1000, 1), options);
    const rows = makeReviews(400, 2);
    const careful = await evaluate(createScorer(model), rows, QUICK);
    const eager = await evaluate(createScorer(all), rows, QUICK);
    expect(eager.coverage).toBe(1);
    expect(careful.coverage).toBeLessThan(1);
    expect(careful.answeredAccuracy ?? 1).toBeGreaterThan(eager.accuracy.value);
  });
});

describe("while it trains", () => {
  it("tells each pass: those that find the number of passes with their loss, then those that learn from all", async () => {
    const told: TrainingProgress[] = [];
    await trainModel(makeTickets(400), { features: SMALL, onProgress: (progress) => told.push(progress) });
    const fit = told.filter(({ phase }) => phase === "fit");
    const refit = told.filter(({ phase }) => phase === "refit");
    expect(told).toEqual([...fit, ...refit]);
    expect(fit.map(({ epoch }) => epoch)).toEqual(fit.map((_, n) => n + 1));
    expect(refit.map(({ epoch, loss }) => [epoch, loss])).toEqual(refit.map((_, n) => [n + 1, null]));
    const losses = fit.map(({ loss }) => loss ?? Number.NaN);
    expect(losses.indexOf(Math.min(...losses)) + 1).toBeGreaterThanOrEqual(refit.length);
    expect(refit[0]?.epochsMost).toBe(refit.length);
  });

  it("stops when it is told to, with the reason, and closes its source", async () => {
    const stop = new AbortController();
    const reason = new Error("the user went home");
    const training = trainModel(makeTickets(400), {
      features: SMALL,
      signal: stop.signal,
      onProgress: ({ epoch }) => epoch === 2 && stop.abort(reason),
    });
    await expect(training).rejects.toBe(reason);
  });

  it("stops in the middle of a source that never ends, and closes it", async () => {
    const stop = new AbortController();
    let closed = false;
    function* endless(): Generator<LabelledText> {
      try {
        for (let n = 0; ; n++) {
          if (n === 2000) stop.abort();
          yield { text: `kettle ${n}`, label: n % 2 === 0 ? "even" : "odd" };
        }
      } finally {
        closed = true;
      }
    }
    await expect(trainModel(endless(), { signal: stop.signal })).rejects.toThrow("abort");
    expect(closed).toBe(true);
  });

  it("passes on what its source throws", async () => {
    function* torn(): Generator<LabelledText> {
      yield { text: "kettle", label: "fine" };
      throw new Error("the disk is gone");
    }
    await expect(trainModel(torn())).rejects.toThrow("the disk is gone");
  });
});

describe("calibration", () => {
  it("gives a temperature from 1/20 to 20 and thresholds from 0 to 1", async () => {
    const models = [
      await trainModel(makeTickets(400), { features: SMALL }),
      await trainModel(makeMixedTickets(400), { features: SMALL, kind: "multi" }),
      await trainModel(makeReviews(400), { features: SMALL, kind: "ordinal", labels: STAR_LABELS }),
    ];
    for (const { temperature, thresholds } of models) {
      expect(temperature).toBeGreaterThan(1 / 21);
      expect(temperature).toBeLessThan(21);
      for (const threshold of thresholds) expect(Math.abs(threshold - 0.5)).toBeLessThanOrEqual(0.5);
    }
  });

  it("makes confidence what it says on reviews whose stars are noisy", async () => {
    const model = await trainModel(makeReviews(1500, 1), { kind: "ordinal", labels: STAR_LABELS, features: SMALL });
    const { calibration } = await evaluate(createScorer(model), makeReviews(800, 2), QUICK);
    expect(calibration.error).toBeLessThan(0.08);
  });
});
