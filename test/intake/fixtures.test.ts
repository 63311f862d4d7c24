import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VerbatimsError } from "../../src/core/error.js";
import { describeMapping } from "../../src/intake/columns.js";
import type { IntakeOptions } from "../../src/intake/intake-options.js";
import { readAll } from "./read-all.js";

// Each input in fixtures/ has beside it a .json with the options it is read by and what is to come out. To add a case add
// both; where the .json is not there yet, the failing test shows what would be in it.

const folder = new URL("fixtures/", import.meta.url);
const inputs = readdirSync(folder).filter((name) => !name.endsWith(".json") && !name.startsWith("."));

interface Expected {
  readonly options: IntakeOptions;
}

function readExpected(name: string): Expected {
  const path = new URL(`${name}.json`, folder);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { options: {} };
}

async function read(bytes: Uint8Array, fileName: string, options: IntakeOptions): Promise<object> {
  try {
    const { mapping, totals, records } = await readAll(bytes, { fileName, ...options });
    return {
      options,
      mapping: mapping === undefined ? null : describeMapping(mapping),
      delimiter: mapping?.delimiter,
      totals,
      records: records.map((record) => {
        if (!record.ok) return { line: record.line, field: record.field, reason: record.reason, raw: record.raw };
        return { line: record.line, ...record.verbatim };
      }),
    };
  } catch (error) {
    if (!(error instanceof VerbatimsError)) throw error;
    return { options, code: error.code, message: error.message };
  }
}

describe("input files", () => {
  it("are there", () => expect(inputs.length).toBeGreaterThan(15));

  it.each(inputs)("%s", async (name) => {
    const expected = readExpected(name);
    const found = await read(readFileSync(new URL(name, folder)), name, expected.options);
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
  });
});
