import { describe, expect, it } from "vitest";
import { LEARNER_TASKS, type LearnerTask } from "../../benchmarks/learner-tasks.js";
import { DATASETS } from "../../datasets/catalogue.js";
import type { DatasetRow } from "../../datasets/rows.js";

function taskNamed(name: string): LearnerTask {
  const task = LEARNER_TASKS.find((each) => each.name === name);
  if (task === undefined) throw new Error(`no task ${name}`);
  return task;
}

const examplesOf = (name: string, row: DatasetRow): unknown => taskNamed(name).examplesOf(row);

describe("the learner's tasks", () => {
  it("have names of their own and splits of the catalogue", () => {
    expect(LEARNER_TASKS.length).toBeGreaterThan(10);
    expect(new Set(LEARNER_TASKS.map(({ name }) => name)).size).toBe(LEARNER_TASKS.length);
    for (const { name, train, test } of LEARNER_TASKS) {
      expect(Object.keys(DATASETS[train.dataset].splits), name).toContain(train.split);
      expect(Object.keys(DATASETS[test.dataset].splits), name).toContain(test.split);
    }
  });

  it("train on training splits only, and never measure on them", () => {
    for (const { name, train, test } of LEARNER_TASKS) {
      expect(train.split, name).toBe("train");
      expect(["dev", "test"], name).toContain(test.split);
    }
  });

  it("give labels in their order where the order matters", () => {
    const ordinal = LEARNER_TASKS.filter(({ kind }) => kind === "ordinal");
    expect(ordinal.length).toBeGreaterThan(0);
    for (const { labels } of ordinal) expect(labels).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("read stars, labels and sentiments as labels, and leave out rows without", () => {
    const text = "A sturdy kettle.";
    expect(examplesOf("womens_clothing_stars", { text, stars: 4 })).toEqual([{ text, label: "4" }]);
    expect(examplesOf("womens_clothing_stars", { text })).toEqual([]);
    expect(examplesOf("banking77", { text, label: "card_arrival" })).toEqual([{ text, label: "card_arrival" }]);
    expect(examplesOf("imdb", { text, label: "pos", sentiment: "positive" })).toEqual([{ text, label: "positive" }]);
    expect(examplesOf("imdb", { text })).toEqual([]);
  });

  const row: DatasetRow = {
    text: "Great soup, slow waiter.",
    aspects: [
      { term: "soup", from: 6, to: 10, sentiment: "positive" },
      { category: "food", sentiment: "positive" },
      { category: "service", sentiment: "negative" },
      { category: "service", sentiment: "negative" },
    ],
  };

  it("read the categories of a sentence, each once, and none as an empty list", () => {
    expect(examplesOf("semeval14_category", row)).toEqual([{ text: row.text, labels: ["food", "service"] }]);
    expect(examplesOf("semeval14_category", { text: "Hm." })).toEqual([{ text: "Hm.", labels: [] }]);
  });

  it("ask of each category of a sentence by itself", () => {
    const made = taskNamed("semeval14_polarity").examplesOf({ ...row, aspects: row.aspects?.slice(0, 3) ?? [] });
    expect(made.map((example) => ("label" in example ? example.label : null))).toEqual(["positive", "negative"]);
    expect(new Set(made.map(({ text }) => text)).size).toBe(2);
    for (const { text } of made) expect(text).toContain(row.text);
  });
});
