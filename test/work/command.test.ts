import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { readLines, run, useFolder } from "./command-run.js";

const folder = useFolder();

const REVIEWS = `Review Id;Yorum;Puan
k-1;"Kargo çok geç geldi; kutu ezikti.";1
k-2;Tencere tam istediğim gibi çıktı.;5
k-3;Beklediğimden küçük;altı
k-4;"Aradım,
kimse açmadı.";2
`;

describe("verbatims analyze", () => {
  it("writes one analysis a line, in the order of the input, equal to what analyze gives", async () => {
    const { code, lines } = await run(["analyze", folder.write("a.csv", "text\nGreat kettle\nThe lid broke\n")]);
    const { analyze } = createAnalyzer();
    const expected = ["Great kettle", "The lid broke"].map((text, i) => analyze({ text, id: `r-${i + 1}` }));
    expect(lines()).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(code).toBe(0);
  });

  it("says which columns it guessed", async () => {
    const { err } = await run(["analyze", folder.write("a.csv", REVIEWS)]);
    expect(err).toContain('text ← "Yorum" (guessed)');
    expect(err).toContain('rating ← "Puan" (guessed)');
  });

  it("takes columns by name", async () => {
    const file = folder.write("a.csv", "wave,note,grade,heading\nspring,Slow site,2,Hm\n");
    const { lines } = await run(["analyze", file, "--text", "note", "--rating", "grade", "--segment", "wave"]);
    expect(lines()[0]).toMatchObject({ text: "Slow site", given: { rating: 2, segment: "spring" } });
  });

  it("counts rows read, written and rejected in the last line, and ends with 1 where some were rejected", async () => {
    const { code, last } = await run(["analyze", folder.write("a.csv", REVIEWS)]);
    expect([code, last]).toEqual([1, "verbatims: rows: 4 read, 3 written, 1 rejected"]);
  });

  it("says the first three rejects, and where all of them can be had", async () => {
    const file = folder.write("a.csv", `text,stars\n${"Fine,6\n".repeat(5)}`);
    const { err } = await run(["analyze", file]);
    const told = err.split("\n").filter((line) => line.includes("rejected: rating"));
    expect(told.map((line) => line.slice(0, 27))).toEqual([2, 3, 4].map((line) => `verbatims: line ${line} rejected:`));
    expect(err).toContain("2 more rejected; --rejects <file> takes all of them");
  });

  it("writes rejects with line, byte, number of the row, field, reason and the row as it was", async () => {
    await run(["analyze", folder.write("a.csv", REVIEWS), "--rejects", folder.path("r.jsonl")]);
    const rejects = readLines(readFileSync(folder.path("r.jsonl"), "utf8"));
    expect(rejects).toEqual([
      {
        line: 4,
        offset: Buffer.byteLength(REVIEWS.slice(0, REVIEWS.indexOf("k-3"))),
        row: 3,
        field: "rating",
        reason: "expected a number, got altı",
        raw: "k-3;Beklediğimden küçük;altı",
      },
    ]);
  });

  it("leaves an empty file of rejects where nothing was rejected", async () => {
    await run(["analyze", folder.write("a.csv", "text\nFine\n"), "--rejects", folder.path("r.jsonl")]);
    expect(readFileSync(folder.path("r.jsonl"), "utf8")).toBe("");
  });

  it("keeps duplicate ids and counts them aloud", async () => {
    const { lines, err } = await run(["analyze", folder.write("a.csv", "id,text\n7,Good\n7,Bad\n8,Slow\n7,Late\n")]);
    expect(lines().map(({ id }) => id)).toEqual(["7", "7", "8", "7"]);
    expect(err).toContain("2 rows have ids that came before; kept");
  });

  it("leaves texts out on request, and nothing else", async () => {
    const file = folder.write("a.csv", "text\nThe lid broke\n");
    const [whole, without] = [await run(["analyze", file]), await run(["analyze", file, "--no-text"])];
    expect(without.lines()).toEqual(whole.lines().map((analysis) => ({ ...analysis, text: null })));
  });

  it("reads standard input, gzipped or not", async () => {
    const plain = await run(["analyze", "-"], "text\nGreat kettle\n");
    const packed = await run(["analyze", "-"], gzipSync("text\nGreat kettle\n"));
    expect(packed.out).toBe(plain.out);
    expect(plain.lines()).toHaveLength(1);
  });

  it("knows gzip by its bytes, not by its name", async () => {
    const packed = folder.write("packed.csv", gzipSync("text\nGreat kettle\n"));
    const plain = folder.write("plain.csv.gz", "text\nGreat kettle\n");
    expect((await run(["analyze", packed])).out).toBe((await run(["analyze", plain])).out);
  });

  it("reads gzip of several members to its end", async () => {
    const packed = Buffer.concat([gzipSync("text\nGreat kettle\n"), gzipSync("The lid broke\n")]);
    expect((await run(["analyze", "-"], packed)).lines()).toHaveLength(2);
  });

  it("leaves what was there before, and no temporary file, where the input turns out unreadable", async () => {
    const out = folder.write("scored.jsonl", "from yesterday\n");
    const { code } = await run(["analyze", folder.write("a.csv", "stars\n5\n"), "--out", out]);
    expect(code).toBe(2);
    expect(readFileSync(out, "utf8")).toBe("from yesterday\n");
    expect(readdirSync(dirname(out)).sort()).toEqual(["a.csv", "scored.jsonl"]);
  });

  it("writes through a link to the file that it stands for", async () => {
    const real = folder.write("real.jsonl", "");
    symlinkSync(real, folder.path("link.jsonl"));
    await run(["analyze", folder.write("a.csv", "text\nFine\n"), "--out", folder.path("link.jsonl")]);
    expect(readLines(readFileSync(real, "utf8"))).toHaveLength(1);
  });

  it("writes to a device without putting a file in its place", async () => {
    const { code } = await run(["analyze", folder.write("a.csv", "text\nFine\n"), "--out", "/dev/null"]);
    expect([code, readFileSync("/dev/null", "utf8")]).toEqual([0, ""]);
  });

  it.each([
    ["out", "the input itself"],
    ["rejects", "the input itself"],
  ])("refuses an --%s that is %s, by whatever name", async (option) => {
    const file = folder.write("a.csv", "text\nFine\n");
    symlinkSync(file, folder.path("b.csv"));
    const { code, err } = await run(["analyze", file, `--${option}`, folder.path("b.csv")]);
    expect([code, readFileSync(file, "utf8")]).toEqual([2, "text\nFine\n"]);
    expect(err).toContain("expected a file of its own");
  });

  it("refuses output and rejects in one file", async () => {
    const out = folder.path("x.jsonl");
    const { code } = await run(["analyze", folder.write("a.csv", "text\nFine\n"), "-o", out, "--rejects", out]);
    expect([code, existsSync(out)]).toEqual([2, false]);
  });
});

describe("verbatims summarize and merge", () => {
  it("give the same bytes for one file, for its parts in any order, and for merged summaries", async () => {
    const whole = folder.path("whole.jsonl");
    await run(["analyze", folder.write("a.csv", REVIEWS), "--out", whole]);
    const lines = readFileSync(whole, "utf8").split(/(?<=\n)/);
    const [a, b] = [folder.write("a.jsonl", lines[0] ?? ""), folder.write("b.jsonl", lines.slice(1).join(""))];
    const once = (await run(["summarize", whole])).out;
    expect(JSON.parse(once).all.n).toBe(3);
    expect((await run(["summarize", b, a])).out).toBe(once);
    await run(["summarize", a, "--out", folder.path("a.json")]);
    await run(["summarize", b, "--out", folder.path("b.json")]);
    expect((await run(["merge", folder.path("b.json"), folder.path("a.json")])).out).toBe(once);
  });

  it("reject lines that are no analyses, with the line and what is wrong", async () => {
    const { out } = await run(["analyze", "-"], "text\nGreat kettle\n");
    const file = folder.write("a.jsonl", `${out}not json\n${out.replace('"urgent":false', '"urgent":"no"')}`);
    const { code, err, last } = await run(["summarize", file]);
    expect(err).toContain("line 2 rejected: record: not JSON");
    expect(err).toContain("line 3 rejected: urgent: expected true or false, got no");
    expect([code, last]).toEqual([1, "verbatims: rows: 3 read, 1 counted, 2 rejected"]);
  });

  it("say what to do with a file that holds no analyses at all", async () => {
    const { code, err } = await run(["summarize", folder.write("a.csv", "text\nFine\n")]);
    expect([code, err.includes("verbatims analyze")]).toEqual([2, true]);
  });

  it("refuse analyses of unlike models", async () => {
    const { out } = await run(["analyze", "-"], "text\nGreat kettle\n");
    const other = out.replace(/"model":"en-[^"]*"/, '"model":"en-0.0.1-00000000"');
    const { code, err } = await run(["summarize", folder.write("a.jsonl", out + other)]);
    expect([code, err.includes("model of en")]).toEqual([2, true]);
  });

  it("take several summaries of one file, one a line, as what they add up to", async () => {
    const { out } = await run(["summarize", "-"], (await run(["analyze", "-"], "text\nGreat kettle\n")).out);
    const file = folder.write("a.json", `${out}\n${out}${out.trimEnd()}`);
    const { out: merged } = await run(["merge", file]);
    expect(JSON.parse(merged).all.n).toBe(3);
    expect((await run(["merge", "-"], out + out + out)).out).toBe(merged);
  });

  it("take a summary that was printed over many lines", async () => {
    const { out } = await run(["summarize", "-"], (await run(["analyze", "-"], "text\nGreat kettle\n")).out);
    expect((await run(["merge", "-"], JSON.stringify(JSON.parse(out), null, 2))).out).toBe(out);
  });

  it("refuse a line that is no summary among others", async () => {
    const { out } = await run(["summarize", "-"], (await run(["analyze", "-"], "text\nGreat kettle\n")).out);
    const { code, err } = await run(["merge", "-"], `${out}{"format":\n${out}`);
    expect([code, err]).toEqual([2, expect.stringContaining("expected the JSON of a summary, got {")]);
  });

  it("give nothing of nothing where that is allowed, so that an empty part of a whole is no fault", async () => {
    const analyzed = await run(["analyze", "-", "--allow-empty"], "");
    expect([analyzed.code, analyzed.out]).toEqual([0, ""]);
    const { code, out } = await run(["summarize", "-", "--allow-empty"], analyzed.out);
    expect([code, JSON.parse(out).all.n]).toEqual([0, 0]);
    const nonsense = await run(["summarize", "-", "--allow-empty"], "not json\n");
    expect(nonsense.code).toBe(2);
  });

  it("refuse to merge what is no summary, naming the file", async () => {
    const file = folder.write("a.json", "[1, 2]");
    const { code, err } = await run(["merge", file]);
    expect([code, err.startsWith(`verbatims: ${file}: summary`)]).toEqual([2, true]);
  });
});

describe("verbatims report", () => {
  it("prints the summary and writes the page", async () => {
    const page = folder.path("r.html");
    const { code, out, last } = await run(["report", folder.write("a.csv", REVIEWS), "-o", page, "--title", "Spring"]);
    expect(out).toMatch(/^Spring\n/);
    expect(readFileSync(page, "utf8")).toContain("<title>Spring</title>");
    expect([code, last]).toEqual([1, "verbatims: rows: 4 read, 3 counted, 1 rejected"]);
  });

  it("reads the demo verbatims where no file is given, and says so", async () => {
    const { code, out, err } = await run(["report", "--out", folder.path("r.html")]);
    expect(err).toContain("demo verbatims");
    expect(out).toContain("618 verbatims");
    expect(code).toBe(0);
  });

  it("tells the same of verbatims, of their analyses and of their summary", async () => {
    const file = folder.write("a.csv", "text\nGreat kettle\nThe lid broke\n");
    await run(["analyze", file, "--out", folder.path("a.jsonl")]);
    await run(["summarize", folder.path("a.jsonl"), "--out", folder.path("a.json")]);
    const told: string[] = [];
    for (const name of ["a.csv", "a.jsonl", "a.json"]) {
      told.push((await run(["report", folder.path(name), "--out", folder.path("r.html")])).out);
    }
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain("2 verbatims");
  });

  it("tells a summary that was printed over several lines", async () => {
    const { out } = await run(["summarize", "-"], (await run(["analyze", "-"], "text\nFine kettle\n")).out);
    const file = folder.write("pretty.json", JSON.stringify(JSON.parse(out), null, 2));
    expect((await run(["report", file, "--out", folder.path("r.html")])).out).toContain("1 verbatim");
  });

  it("writes the page alone where it goes to standard output", async () => {
    const { out } = await run(["report", folder.write("a.csv", "text\nFine\n"), "--out", "-"]);
    expect(out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it("speaks Turkish on request", async () => {
    const { out } = await run(
      ["report", "-", "-o", folder.path("r.html"), "--report-language", "tr"],
      "yorum\nGüzel\n",
    );
    expect(out).toContain("Müşteriler ne diyor");
  });
});
