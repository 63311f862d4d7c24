import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/learning/evaluate.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";
import type { Scorer, TaskKind } from "../../src/learning/scorer.js";
import { evaluationToTerminal } from "../../src/report/evaluation-to-terminal.js";

const PLAIN = { width: 80, color: false };

/** The lines that tell of a scorer which says of a text what stands before its first colon. */
async function tell(
  labels: readonly string[],
  rows: readonly LabelledText[],
  kind: TaskKind = "single",
  pen: { width: number; color: boolean } = PLAIN,
): Promise<string> {
  const score: Scorer["score"] = (text) => {
    const said = text
      .slice(0, text.indexOf(":"))
      .split("|")
      .filter((label) => labels.includes(label));
    const certain = labels.map((label) => (said.includes(label) ? 1 : 0));
    return { labels: said, probabilities: said.length === 0 ? labels.map(() => 1 / labels.length) : certain };
  };
  return evaluationToTerminal(await evaluate({ kind, labels, score }, rows, { resamples: 20 }), pen);
}

const TWO = ["late", "broken"];
const ROWS = [
  { text: "late: the parcel is not here", label: "late" },
  { text: "late: still waiting", label: "late" },
  { text: "late: the lid is in two", label: "broken" },
  { text: "broken: cracked", label: "broken" },
];

describe("an evaluation on a terminal", () => {
  it("begins with the rows and the labels, then the measures with their intervals", async () => {
    const told = await tell(TWO, ROWS);
    expect(told).toMatch(/^4 rows, 2 labels\n\nmeasure +value {2}95 % interval/);
    expect(told).toMatch(/\naccuracy +75\.0 % {2}\d+\.\d % to \d+\.\d %\n/);
  });

  it("tells precision, recall and F1 of each label, and its rows", async () => {
    const told = await tell(TWO, ROWS);
    expect(told).toMatch(/\nlate +66\.7 % +100\.0 % +80\.0 % +2\n/);
    expect(told).toMatch(/\nbroken +100\.0 % +50\.0 % +66\.7 % +2\n/);
  });

  it("tells the mistakes, and none where there is none", async () => {
    expect(await tell(TWO, ROWS)).toMatch(/\ntrue label +was said to be +rows\nbroken +late +1\n$/);
    expect(await tell(TWO, ROWS.slice(0, 2))).not.toContain("was said to be");
  });

  it("tells how many rows were answered where some were not", async () => {
    const told = await tell(TWO, [...ROWS, { text: "nothing known", label: "late" }]);
    expect(told).toMatch(/\nanswered +80\.0 % {2}right where answered: 75\.0 %\n/);
    expect(told).toContain("(no answer)");
    expect(await tell(TWO, ROWS)).not.toContain("answered");
  });

  it("tells how far off ordered labels are", async () => {
    const told = await tell(
      ["1", "2", "3"],
      [
        { text: "1:", label: "3" },
        { text: "2:", label: "2" },
      ],
      "ordinal",
    );
    expect(told).toMatch(/\nmean distance +1\.00 {2}places/);
  });

  it("tells micro-F1, and no mistakes, of texts with any number of labels", async () => {
    const told = await tell(TWO, [{ text: "late|broken:", labels: ["late"] }], "multi");
    expect(told).toMatch(/\nmicro-F1 +66\.7 %/);
    expect(told).not.toContain("was said to be");
  });

  it("shows labels that would act on the terminal as text, on one line", async () => {
    const evil = "\u001b[2Jlate\nbroken\u202e";
    const told = await tell([evil, "fine"], [{ text: "fine:", label: evil }]);
    for (const acting of ["\u001b", "\u202e"]) expect(told).not.toContain(acting);
    expect(told).toContain("\ufffd[2Jlate broken\ufffd");
  });

  it("is cut to the width of the terminal", async () => {
    const long = "a label that somebody wrote a whole sentence into, for want of a better place";
    const told = await tell([long, "fine"], [{ text: "fine:", label: long }], "single", { width: 60, color: false });
    for (const line of told.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });
});
