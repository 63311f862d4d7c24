import { describe, expect, it } from "vitest";
import { THEMES, TOUCHPOINTS } from "../../../src/core/labels.js";
import { advocacy } from "../../../src/pattern/experience/advocacy.js";
import { channelConsistency } from "../../../src/pattern/experience/channel-consistency.js";
import { EXPERIENCE_ATTRIBUTES } from "../../../src/pattern/experience/experience-attributes.js";
import { responseNeed } from "../../../src/pattern/experience/response-need.js";
import { scoreExperience } from "../../../src/pattern/experience/score-experience.js";
import { scoreJourney } from "../../../src/pattern/experience/score-journey.js";
import { emptySummary } from "../../../src/pattern/index.js";
import { summaryOf } from "./some-summary.js";

const NOTHING = emptySummary();
const refused = expect.objectContaining({ code: "invalid-option" });

describe("the scores of a journey", () => {
  const summary = summaryOf(
    [30, { stage: "use", channel: "review", label: "positive", score: 0.8, nps: 9 }],
    [10, { stage: "use", channel: "review", label: "negative", score: -0.4, nps: 3 }],
    [60, { stage: "support", channel: "chat", label: "negative", score: -0.6 }],
    [20, { channel: "chat" }],
  );
  const { stages, channels, cells } = scoreJourney(summary);

  it("are told of each stage in each channel that has verbatims of it", () => {
    expect(cells.map(({ stage, channel, n }) => [stage, channel, n])).toEqual([
      ["support", "chat", 60],
      ["use", "review", 40],
    ]);
  });

  it("are shares of the channel within it, and of all verbatims for whole stages and channels", () => {
    expect(cells.map(({ share }) => share.value)).toEqual([0.75, 1]);
    expect(stages.map(({ stage, share }) => [stage, share.value])).toEqual([
      ["support", 0.5],
      ["use", 40 / 120],
    ]);
    expect(channels.map(({ channel, share }) => [channel, share.value])).toEqual([
      ["chat", 80 / 120],
      ["review", 40 / 120],
    ]);
  });

  it("tell how customers feel there", () => {
    const use = cells[1];
    expect(use?.negative.value).toBe(0.25);
    expect(use?.sentiment.value).toBeCloseTo(0.5, 12);
    expect(use?.nps.value).toBe(50);
    expect(cells[0]?.nps).toMatchObject({ value: null, n: 0, reliability: "not-estimable" });
  });

  it("are none of nothing", () => expect(scoreJourney(NOTHING)).toEqual({ stages: [], channels: [], cells: [] }));

  it("are refused for a level that is none", () => expect(() => scoreJourney(NOTHING, { level: 0 })).toThrow(refused));
});

describe("response need", () => {
  const need = responseNeed(
    summaryOf(
      [40, { intent: "complaint", channel: "chat", urgent: true }],
      [20, { intent: "question", channel: "chat" }],
      [10, { intent: "churn", channel: "review" }],
      [30, { intent: "praise", channel: "review" }],
    ),
  );

  it("is the share of verbatims that want an answer, and of those that want it at once", () => {
    const { complaints, questions, requests, churn, needing, urgent } = need;
    const values = [complaints, questions, requests, churn, needing, urgent].map(({ value }) => value);
    expect(values).toEqual([0.4, 0.2, 0, 0.1, 0.7, 0.4]);
  });

  it("is told by channel", () => {
    const told = need.channels.map(({ channel, needing, urgent }) => [channel, needing.value, urgent.value]);
    expect(told).toEqual([
      ["chat", 1, 40 / 60],
      ["review", 0.25, 0],
    ]);
  });

  it("is not estimable of nothing", () => {
    expect(responseNeed(NOTHING)).toMatchObject({ complaints: { reliability: "not-estimable" }, channels: [] });
  });
});

describe("advocacy", () => {
  const told = advocacy(
    summaryOf(
      [20, { label: "positive", intent: "recommendation", emotion: "delight", channel: "review" }],
      [10, { label: "positive", emotion: "delight", channel: "review" }],
      [5, { label: "negative", intent: "recommendation", channel: "review" }],
      [15, { label: "negative", intent: "churn", channel: "chat" }],
      [50, { label: "neutral", channel: "chat" }],
    ),
  );

  it("counts an advocate once, and a warning not among them", () => {
    const { advocates, recommending, delighted, warning, churn } = told;
    expect([advocates, recommending, delighted, warning, churn].map(({ value }) => value)).toEqual([
      0.3, 0.2, 0.3, 0.05, 0.15,
    ]);
  });

  it("sets advocates against those who leave and warn", () => expect(told.balance.value).toBeCloseTo(10, 12));

  it("is told by channel", () => {
    expect(told.channels.map(({ channel, advocates, churn }) => [channel, advocates.value, churn.value])).toEqual([
      ["chat", 0, 15 / 65],
      ["review", 30 / 35, 0],
    ]);
  });

  it("is not estimable of nothing", () => {
    expect(advocacy(NOTHING)).toMatchObject({ advocates: { value: null }, balance: { value: null }, channels: [] });
  });
});

describe("consistency over channels", () => {
  /** 100 verbatims of a stage in a channel whose scores lie around a middle. */
  const felt = (stage: "use" | "support", channel: string, middle: number) =>
    [-0.2, 0, 0.2, 0.1].map((off) => [25, { stage, channel, score: middle + off, label: "neutral" }] as const);

  it("is near 1 where a stage is felt alike everywhere", () => {
    const { index } = channelConsistency(summaryOf(...felt("use", "chat", 0.3), ...felt("use", "store", 0.3)));
    expect(index.value).toBe(1);
    expect(index.low ?? 0).toBeGreaterThan(0.5);
    expect(index).toMatchObject({ high: 1, n: 200, reliability: "usual" });
  });

  it("falls with the distance between channels", () => {
    const apart = (middle: number): number =>
      channelConsistency(summaryOf(...felt("use", "chat", -middle), ...felt("use", "store", middle))).index.value ?? -1;
    // Two channels at ±m have a standard deviation (of a sample of two) of √2 · m.
    expect(apart(0.4)).toBeCloseTo(1 - Math.SQRT2 * 0.4, 2);
    expect(apart(0.1)).toBeGreaterThan(apart(0.2));
    expect(apart(0.8)).toBe(0);
  });

  it("is told by stage, with the channels compared", () => {
    const { index, stages } = channelConsistency(
      summaryOf(
        ...felt("use", "chat", 0.3),
        ...felt("use", "store", 0.3),
        ...felt("support", "chat", -0.5),
        ...felt("support", "phone", 0.5),
      ),
    );
    expect(stages.map((stage) => stage.stage)).toEqual(["support", "use"]);
    expect(stages[0]?.channels.map(({ channel, n }) => [channel, n])).toEqual([
      ["chat", 100],
      ["phone", 100],
    ]);
    expect(stages[0]?.index.value ?? 1).toBeLessThan(index.value ?? 0);
    expect(index.value ?? 1).toBeLessThan(stages[1]?.index.value ?? 0);
  });

  it("does not fault how customers differ between stages", () => {
    const summary = summaryOf(
      ...felt("use", "chat", 0.6),
      ...felt("use", "store", 0.6),
      ...felt("support", "chat", -0.6),
      ...felt("support", "store", -0.6),
    );
    expect(channelConsistency(summary).index.value).toBe(1);
  });

  it.each([
    ["one channel", summaryOf(...felt("use", "chat", 0.3)), /Fewer than two channels/],
    [
      "a second channel with few verbatims",
      summaryOf(...felt("use", "chat", 0.3), [9, { stage: "use", channel: "store" }]),
      /Fewer than two/,
    ],
    [
      "verbatims that all say the same",
      summaryOf([50, { stage: "use", channel: "chat" }], [50, { stage: "use", channel: "store" }]),
      /say the same/,
    ],
  ])("is not estimable from %s", (_, summary, reason) => {
    const { index, stages } = channelConsistency(summary);
    expect(index).toMatchObject({ value: null, low: null, high: null, reliability: "not-estimable" });
    expect(stages[0]?.index.reason).toMatch(reason);
  });

  it("is not estimable of nothing", () => {
    expect(channelConsistency(NOTHING)).toMatchObject({ index: { reliability: "not-estimable" }, stages: [] });
  });
});

describe("the experience scorecard", () => {
  const scores = scoreExperience(
    summaryOf(
      [30, { themes: ["delivery"], label: "negative", stage: "purchase" }],
      [10, { themes: ["delivery", "performance"], label: "positive" }],
      [20, { effort: "high", label: "negative" }],
      [10, { themes: ["usability"], label: "positive", effort: "low" }],
      [12, { themes: ["staff"], label: "positive", stage: "support" }],
      [12, { themes: ["staff"], label: "negative", stage: "use" }],
      [15, { touchpoint: "phone", label: "negative" }],
    ),
  );
  const scoreOf = (attribute: string) => scores.find((score) => score.attribute === attribute);

  it("tells the nine attributes in the order of the table", () => {
    expect(scores.map(({ attribute }) => attribute)).toEqual([
      "relevance",
      "authenticity",
      "consistency",
      "convenience",
      "ease",
      "speed",
      "personalisation",
      "access over channels",
      "clear way to a solution",
    ]);
  });

  it("sets mentions for an attribute against those against it, with the counts", () => {
    const speed = scoreOf("speed");
    expect(speed?.score).toMatchObject({ value: -20, n: 50 });
    expect(speed?.evidence).toEqual([
      { source: { theme: "performance" }, n: 10, positive: 10, negative: 0 },
      { source: { theme: "delivery" }, n: 40, positive: 10, negative: 30 },
      { source: { theme: "responsiveness" }, n: 0, positive: 0, negative: 0 },
    ]);
  });

  it("takes low effort for and high effort against ease", () => {
    expect(scoreOf("ease")?.evidence[1]).toEqual({ source: { effort: true }, n: 30, positive: 10, negative: 20 });
    expect(scoreOf("ease")?.score).toMatchObject({ value: 0, n: 40 });
  });

  it("takes a theme within a stage where the table says so", () => {
    expect(scoreOf("clear way to a solution")?.score).toMatchObject({ value: 100, n: 12 });
  });

  it("takes the verbatims that tell of a touchpoint", () => {
    expect(scoreOf("access over channels")?.score).toMatchObject({ value: -100, n: 15 });
  });

  it("is null where nothing speaks to an attribute", () => {
    expect(scoreOf("personalisation")?.score).toBeNull();
    expect(scoreExperience(NOTHING).every(({ score }) => score === null)).toBe(true);
  });

  it("takes a table of the user's own", () => {
    const attributes = [{ attribute: "warmth", meaning: "They are kind.", sources: [{ theme: "staff" }] }];
    const [warmth] = scoreExperience(summaryOf([20, { themes: ["staff"], label: "positive" }]), { attributes });
    expect(warmth?.score).toMatchObject({ value: 100, n: 20, reliability: "small" });
  });

  it("speaks only of themes and touchpoints that there are", () => {
    const sources = EXPERIENCE_ATTRIBUTES.flatMap((attribute) => attribute.sources);
    expect(sources.length).toBeGreaterThan(20);
    const known: readonly string[] = [...THEMES, ...TOUCHPOINTS];
    const named = sources.flatMap((source) =>
      "theme" in source ? source.theme : "touchpoint" in source ? source.touchpoint : [],
    );
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
