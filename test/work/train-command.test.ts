import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createScorer } from "../../src/learning/create-scorer.js";
import { decodeModel, encodeModel } from "../../src/learning/model-codec.js";
import { trainModel } from "../../src/learning/train-model.js";
import { makeMixedTickets, makeReviews, makeTickets } from "../learning/tickets.js";
import { readLines, run, useFolder } from "./command-run.js";

const folder = useFolder();

const toJsonl = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const toCsv = (rows: readonly { text: string; label: string }[], label = "label"): string =>
  `comment,${label}\n${rows.map((row) => `"${row.text}",${row.label}\n`).join("")}`;
const readModel = (name: string) => decodeModel(readFileSync(folder.path(name)));

const TICKETS = makeTickets(120);

describe("verbatims train", () => {
  it("writes the model that trainModel makes of the same rows", async () => {
    const file = folder.write("t.jsonl", toJsonl(TICKETS));
    const { code } = await run(["train", file, "--task", "topic", "--out", folder.path("t.vbtm")]);
    expect(code).toBe(0);
    expect(readModel("t.vbtm")).toEqual(await trainModel(TICKETS));
  });

  it("writes the same bytes of CSV, JSON lines, gzip and standard input", async () => {
    const files = [
      folder.write("t.csv", toCsv(TICKETS)),
      folder.write("t.jsonl", toJsonl(TICKETS)),
      folder.write("t.csv.gz", gzipSync(toCsv(TICKETS))),
      "-",
    ];
    for (const [n, file] of files.entries()) {
      await run(["train", file, "--out", folder.path(`${n}.vbtm`)], toCsv(TICKETS));
    }
    const [first, ...others] = files.map((_, n) => readFileSync(folder.path(`${n}.vbtm`)));
    for (const other of others) expect(other).toEqual(first);
  });

  it("guesses the column of the label by the task's name, before other names, and says so", async () => {
    const rows = TICKETS.map(({ text, label }) => `"${text}",shop,${label}\n`);
    const file = folder.write("t.csv", `comment,category,stage\n${rows.join("")}`);
    const { err } = await run(["train", file, "--task", "stage", "--out", folder.path("t.vbtm")]);
    expect(err).toContain('text ← "comment" (guessed), label ← "stage" (guessed); not read: "category"');
  });

  it("takes columns by name", async () => {
    const file = folder.write("t.csv", toCsv(TICKETS, "Was it about"));
    const { code, last } = await run(["train", file, "--label", "was it about", "--out", folder.path("t.vbtm")]);
    expect([code, last]).toEqual([0, "verbatims: rows: 120 read, 120 learned, 0 rejected"]);
  });

  it("learns several labels a row where the task is themes: parted by | in CSV, a list in JSON", async () => {
    const rows = makeMixedTickets(80);
    const cells = rows.map(({ text, ...row }) => `"${text}",${"labels" in row ? row.labels.join(" | ") : ""}\n`);
    const files = [folder.write("t.csv", `text,labels\n${cells.join("")}`), folder.write("t.jsonl", toJsonl(rows))];
    for (const [n, file] of files.entries()) {
      const { last } = await run(["train", file, "--task", "theme", "--out", folder.path(`${n}.vbtm`)]);
      expect(last).toBe("verbatims: rows: 80 read, 80 learned, 0 rejected");
    }
    expect(readModel("0.vbtm")).toEqual(await trainModel(rows, { kind: "multi" }));
    expect(readModel("1.vbtm")).toEqual(readModel("0.vbtm"));
  });

  it("learns ordered labels, numbers among them, in the order given", async () => {
    const rows = makeReviews(60).map((row) => ({ text: row.text, label: "label" in row ? Number(row.label) : 0 }));
    const file = folder.write("t.jsonl", toJsonl(rows));
    const words = ["--kind", "ordinal", "--labels", "1|2|3|4|5", "--out", folder.path("t.vbtm")];
    expect((await run(["train", file, ...words])).code).toBe(0);
    expect(readModel("t.vbtm")).toMatchObject({ kind: "ordinal", labels: ["1", "2", "3", "4", "5"] });
  });

  it("takes a seed, which changes the model", async () => {
    const file = folder.write("t.csv", toCsv(TICKETS));
    for (const seed of ["1", "2"]) await run(["train", file, "--seed", seed, "--out", folder.path(`${seed}.vbtm`)]);
    expect(readModel("1.vbtm").fingerprint).not.toBe(readModel("2.vbtm").fingerprint);
    expect((await run(["train", file, "--seed", "many"])).err).toContain("--seed: expected a whole number");
  });

  it("measures the model on other rows, and says how many", async () => {
    const [file, dev] = [folder.write("t.csv", toCsv(TICKETS)), folder.write("d.csv", toCsv(makeTickets(30, 3)))];
    const { out, err } = await run(["train", file, "--dev", dev, "--out", folder.path("t.vbtm")]);
    expect(out).toMatch(/^30 rows, 4 labels\n\nmeasure +value/);
    expect(err).toContain("dev rows: 30 read, 30 measured, 0 rejected");
  });

  it("writes the model to standard output where that is asked for", async () => {
    const { bytes } = await run(["train", "-", "--out", "-"], toCsv(TICKETS));
    expect(bytes).toEqual(encodeModel(await trainModel(TICKETS)));
  });

  it("rejects rows that it cannot read, counts them, and ends with 1", async () => {
    const bad =
      '{"label":"billing"}\n{"text":"Hi","label":""}\nnot json\n{"text":"Hi","label":{"a":1}}\n{"text":" ","label":"x"}\n';
    const file = folder.write("t.jsonl", toJsonl(TICKETS) + bad);
    const words = ["--rejects", folder.path("r.jsonl"), "--out", folder.path("t.vbtm")];
    const { code, last } = await run(["train", file, ...words]);
    expect([code, last]).toEqual([1, "verbatims: rows: 125 read, 120 learned, 5 rejected"]);
    const rejects = readLines(readFileSync(folder.path("r.jsonl"), "utf8"));
    expect(rejects.map(({ line, field }) => [line, field])).toEqual([
      [121, "text"],
      [122, "label"],
      [123, "record"],
      [124, "label"],
      [125, "text"],
    ]);
  });
});

describe("verbatims train, where it cannot", () => {
  it.each([
    ["a file without a column of labels", "text,stars\nGreat,5\n", [], "expected a column that holds the labels"],
    [
      "a column that is not there",
      "text,label\nGreat,good\n",
      ["--label", "grade"],
      'one of the columns "text", "label"',
    ],
    ["lines without columns", "Great kettle.\nThe lid broke.\n", ["--format", "lines"], "got lines without columns"],
    ["one label alone", "text,label\nGreat,good\nFine,good\n", [], "expected at least two labels"],
    ["nothing", "", [], "expected at least one record"],
    ["ordered labels without their order", "text,label\nGreat,5\n", ["--kind", "ordinal"], "the labels in their order"],
    ["a kind that is none", "text,label\nGreat,5\n", ["--kind", "several"], "single, multi or ordinal"],
    [
      "a label that is not among those given",
      "text,label\nGreat,5\n",
      ["--labels", "1|2"],
      "expected one of 1, 2, got 5",
    ],
    ["a dev file that is not there", toCsv(TICKETS), ["--dev", "/no/such/file.csv"], "/no/such/file.csv"],
  ])("says why, ends with 2 and leaves the old model: %s", async (_, content, words, told) => {
    const old = folder.write("old.vbtm", "old");
    const { code, err } = await run(["train", folder.write("t.csv", content), ...words, "--out", old]);
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
    expect(readFileSync(old, "utf8")).toBe("old");
  });

  it("does not write over its own input", async () => {
    const file = folder.write("t.csv", toCsv(TICKETS));
    const { code, err } = await run(["train", file, "--out", file]);
    expect([code, err]).toEqual([2, expect.stringContaining("expected a file of its own")]);
  });
});

describe("verbatims evaluate", () => {
  const trained = async (): Promise<string> =>
    folder.write("t.vbtm", encodeModel(await trainModel(TICKETS, { features: { bits: 14 } })));

  it("prints the measures, each label and the mistakes", async () => {
    const rows = [...makeTickets(20, 3), { text: "parcel never arrived", label: "billing" }];
    const { code, out, last } = await run(["evaluate", folder.write("d.csv", toCsv(rows)), "--model", await trained()]);
    expect(code).toBe(0);
    expect(out).toContain("21 rows, 4 labels");
    for (const name of ["accuracy", "macro-F1", "calibration error"]) expect(out).toContain(`\n${name} `);
    expect(out).toMatch(/\nbilling +delivery +1\n/);
    expect(last).toBe("verbatims: rows: 21 read, 21 measured, 0 rejected");
  });

  it("writes the evaluation as JSON", async () => {
    const file = folder.write("d.csv", toCsv(makeTickets(20, 3)));
    await run(["evaluate", file, "--model", await trained(), "--out", folder.path("e.json")]);
    expect(JSON.parse(readFileSync(folder.path("e.json"), "utf8"))).toMatchObject({ kind: "single", n: 20 });
  });

  it("prints JSON alone where that goes to standard output", async () => {
    const file = folder.write("d.csv", toCsv(makeTickets(20, 3)));
    const { lines } = await run(["evaluate", file, "--model", await trained(), "--out", "-"]);
    expect(lines()).toHaveLength(1);
  });

  it("counts labels that the model does not know as missed, and says so", async () => {
    const rows = [...makeTickets(10, 3), { text: "It rained", label: "weather" }];
    const { code, err } = await run(["evaluate", folder.write("d.csv", toCsv(rows)), "--model", await trained()]);
    expect(code).toBe(0);
    expect(err).toContain("1 label is unknown to the model and counted as missed: weather");
  });

  it("measures the sentiment that analyze reads, without a model", async () => {
    const file = folder.write("s.csv", "text,sentiment\nThe lid broke.,negative\nGreat kettle!,positive\n");
    const { code, out } = await run(["evaluate", file, "--task", "sentiment", "--language", "en"]);
    expect([code, out]).toEqual([0, expect.stringContaining("2 rows, 4 labels")]);
  });

  it("gives the verdicts of the model that was written", async () => {
    const scorer = createScorer(decodeModel(readFileSync(await trained())));
    expect(scorer.score("parcel never arrived").labels).toEqual(["delivery"]);
  });

  it.each([
    [
      "a file that is no model",
      (): string => folder.write("m.vbtm", "text,label\n"),
      "expected a model, got other bytes",
    ],
    ["half a model", (): string => folder.write("m.vbtm", "VBTM\u0001\u0000half a model"), "m.vbtm: model: expected"],
    ["no file", (): string => folder.path("none.vbtm"), "expected a readable file, got none"],
  ])("ends with 2 where the model is %s", async (_, model, told) => {
    const file = folder.write("d.csv", toCsv(makeTickets(5)));
    const { code, err } = await run(["evaluate", file, "--model", model(), "--out", folder.path("e.json")]);
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
    expect(existsSync(folder.path("e.json"))).toBe(false);
  });

  it("asks for a model, except for sentiment", async () => {
    const { code, err } = await run(["evaluate", folder.write("d.csv", toCsv(TICKETS)), "--task", "theme"]);
    expect([code, err]).toEqual([2, expect.stringContaining("expected --model <file>")]);
  });
});
