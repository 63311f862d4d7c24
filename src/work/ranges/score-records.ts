import type { InputShape, RecordPlace } from "../../intake/input-shape.js";
import type { LocatedReject, RangeBatch } from "../../intake/read-range.js";
import type { Analysis } from "../../meaning/analysis.js";
import type { Analyzer } from "../../meaning/analyzer.js";
import { hashId } from "../repeated-ids.js";

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
  readonly analyses: readonly Analysis[];
  /** The analyses, one a line. */
  readonly lines: string;
  readonly rejects: readonly LocatedReject[];
  readonly totals: RangeTotals;
  /** Hashes of the ids that the rows have of their own, in order. */
  readonly idHashes: readonly number[];
  /** Where the first of the rows begins; to be asked before the next are scored. */
  readonly place: () => RecordPlace;
}

/** Analyses the rows of a range, at most 256 at a time. */
export async function* scoreRecords(
  batches: AsyncIterable<RangeBatch>,
  { mapping }: InputShape,
  analyzer: Analyzer,
): AsyncGenerator<ScoredRows, void, undefined> {
  const hasIds = mapping.columns.some(({ field }) => field === "id");
  for await (const batch of batches) {
    const analyses: Analysis[] = [];
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
      analyses.push(analysis);
      lines += `${JSON.stringify(analysis)}\n`;
    }
    const [read, rejected] = [batch.records.length, rejects.length];
    const totals = { read, written: read - rejected, rejected, brokenBytes: batch.brokenBytes };
    yield { analyses, lines, rejects, totals, idHashes, place: batch.place };
  }
}
