import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { DATASETS, type DatasetName } from "../../datasets/catalogue.js";
import { dataFolder, loadDataset, readCheckedRows } from "../../datasets/load.js";

const folder = mkdtempSync(join(tmpdir(), "verbatims-datasets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = [
  { text: "The zip broke after two weeks.", sentiment: "negative" },
  { text: "line separator\u2028inside, and a paragraph\u2029one", sentiment: "neutral" },
  { text: "Şahane bir çaydanlık 🫖, çok memnunum", sentiment: "positive" },
];
const lines = rows.map((row) => JSON.stringify(row)).join("\n");
const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

const names = Object.keys(DATASETS).filter((name): name is DatasetName => name in DATASETS);

describe("reading a checked file", () => {
  it.each([
    ["gzipped", "rows.jsonl.gz", gzipSync(`${lines}\n`)],
    ["plain", "rows.jsonl", `${lines}\n`],
    ["without a last line feed", "open.jsonl", lines],
  ])("gives its rows in order: %s", async (_, name, bytes) => {
    expect(await collect(readCheckedRows(write(name, bytes), sha256(bytes).slice(0, 12)))).toEqual(rows);
  });

  it("keeps characters whole that two reads share", async () => {
    const many = Array.from({ length: 9000 }, (_, n) => ({ text: `${"ğ".repeat(n % 7)}🫖 çay ${n}` }));
    const bytes = many.map((row) => JSON.stringify(row)).join("\n");
    expect(bytes.length).toBeGreaterThan(3 * 64 * 1024);
    expect(await collect(readCheckedRows(write("many.jsonl", bytes), sha256(bytes)))).toEqual(many);
  });

  it("gives no row of an empty file", async () => {
    expect(await collect(readCheckedRows(write("empty.jsonl", ""), sha256("")))).toEqual([]);
  });

  it("refuses a file with another checksum, says both and what to do", async () => {
    const path = write("other.jsonl", lines);
    await expect(collect(readCheckedRows(path, "0123456789ab"))).rejects.toMatchObject({
      name: "VerbatimsError",
      code: "unreadable-input",
      message: expect.stringMatching(/other\.jsonl: expected SHA-256 0123456789ab.*got [0-9a-f]{12}.*Fetch the file/),
    });
  });

  it("says where it looked when there is no file, and how to name the folder", async () => {
    await expect(collect(loadDataset("sst2", "dev", { folder }))).rejects.toMatchObject({
      code: "unreadable-input",
      message: expect.stringMatching(/sst2\.dev\.jsonl\.gz: expected .*--data or VERBATIMS_DATA/),
    });
  });

  it("stops reading when the loop is left", async () => {
    const path = write("left.jsonl", lines);
    for await (const row of readCheckedRows(path, sha256(lines))) {
      expect(row).toEqual(rows[0]);
      break;
    }
  });
});

describe("the catalogue", () => {
  it("refuses a name and a split that it does not know, and lists those it knows", async () => {
    // A caller without types may pass anything.
    const unknown = loadDataset("__proto__" as DatasetName, "dev");
    await expect(collect(unknown)).rejects.toThrow(/expected one of uci_yelp_sentences, .*got __proto__/);
    await expect(collect(loadDataset("sst2", "toString"))).rejects.toThrow(/sst2: expected train, dev, got toString/);
  });

  it("tells of each set its source at a commit, its licence and well-formed splits", () => {
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const { source, licence, tier, splits } = DATASETS[name];
      expect(source, name).toMatch(/@[0-9a-f]{7,}|written for|annotated for/);
      expect(licence.length, name).toBeGreaterThan(2);
      expect(["A", "B"]).toContain(tier);
      for (const split of Object.values(splits)) expect(split.sha256, name).toMatch(/^[0-9a-f]{12}$/);
    }
  });

  it("names every file once", () => {
    const files = names.flatMap((name) => Object.values(DATASETS[name].splits).map(({ file }) => file));
    expect(new Set(files).size).toBe(files.length);
  });

  // Small splits only: this must stay quick.
  const small = names.flatMap((name) =>
    Object.entries(DATASETS[name].splits)
      .filter(([, split]) => split.rows < 1500)
      .map(([split, { file, rows: told }]) => ({ name, split, told, here: existsSync(join(dataFolder(), file)) })),
  );
  for (const { name, split, told, here } of small) {
    it.skipIf(!here)(`agrees with the file of ${name} ${split} (skipped where the data is absent)`, async () => {
      const found = await collect(loadDataset(name, split));
      expect(found.length).toBe(told);
      for (const { text } of found) expect(typeof text).toBe("string");
    });
  }
});
