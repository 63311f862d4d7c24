import { hashText } from "../../core/hash.js";
import type { Source } from "../../core/iterables.js";
import type { InputShape, RecordPlace } from "../../intake/input-shape.js";
import { type LocatedReject, readRange } from "../../intake/read-range.js";
import type { Analyzer } from "../../meaning/analyzer.js";
import type { SummaryAccumulator } from "../../pattern/accumulate.js";

/** Rows of a range, added up; `read` is always `written` + `rejected`. */
export interface RangeTotals {
  readonly read: number;
  readonly written: number;
  readonly rejected: number;
  /** U+FFFD put in the place of bytes that are broken in the encoding. */
  readonly brokenBytes: number;
}

/** Some rows of a range that were scored. */
export interface ScoredRows {
  /** The analyses, one a line. */
  readonly lines: string;
  readonly rejects: readonly LocatedReject[];
  readonly totals: RangeTotals;
  /** 53-bit hashes of the ids that the rows have of their own, in order. */
  readonly idHashes: readonly number[];
  /** Where the first of the rows begins; to be asked before the next are scored. */
  readonly place: () => RecordPlace;
}

/** Reads and analyses rows from a place of an input on, at most 256 at a time. */
export async function* scoreRecords(
  source: Source<Uint8Array>,
  shape: InputShape,
  place: RecordPlace,
  analyzer: Analyzer,
  summary?: SummaryAccumulator,
): AsyncGenerator<ScoredRows, void, undefined> {
  const hasIds = shape.mapping.columns.some(({ field }) => field === "id");
  for await (const batch of readRange(source, shape, place)) {
    const rejects: LocatedReject[] = [];
    const idHashes: number[] = [];
    let lines = "";
    for (const record of batch.records) {
      if (!record.ok) {
        rejects.push(record);
        continue;
      }
      const { verbatim } = record;
      if (hasIds && verbatim.id !== undefined) idHashes.push(hashId(verbatim.id));
      const analysis = analyzer.analyze(verbatim);
      summary?.addAnalysis(analysis);
      lines += `${JSON.stringify(analysis)}\n`;
    }
    const [read, rejected] = [batch.records.length, rejects.length];
    const totals = { read, written: read - rejected, rejected, brokenBytes: batch.brokenBytes };
    yield { lines, rejects, totals, idHashes, place: batch.place };
  }
}

function hashId(id: string): number {
  return Number.parseInt(hashText(id), 16) || 1;
}
