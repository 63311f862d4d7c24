import { excerpt, VerbatimsError } from "../core/error.js";
import type { RejectedRecord } from "../intake/read-verbatims.js";
import type { WorkTotals } from "./work-totals.js";

/** How many rows may be rejected: a whole number of them, or a share such as `"5%"`. */
export type RejectLimit = number | `${number}%`;

/** Rows that a share is told of at least, but at the end of the input. */
const ROWS_FOR_SHARE = 1000;

/** Watches the rejects of a run. */
export interface RejectWatch {
  /** Takes note of rejects, the first of which is told of in the message. */
  readonly note: (rejects: readonly RejectedRecord[]) => void;
  /** @throws VerbatimsError `too-many-rejects` where the totals pass the limit */
  readonly check: (totals: WorkTotals, atEnd: boolean) => void;
}

/**
 * Makes what ends a run with too many rejects. A share is looked at from 1,000 rows on, and at the end.
 *
 * @throws VerbatimsError `invalid-option` where the limit is neither a whole number nor a share from 0% to 100%
 */
export function watchRejects(limit: RejectLimit | undefined): RejectWatch {
  const share = typeof limit === "string" ? readShare(limit) : null;
  if (typeof limit === "number" && !(Number.isSafeInteger(limit) && limit >= 0)) throw wrong(limit);
  let first: RejectedRecord | undefined;
  return {
    note: ([reject]) => {
      first ??= reject;
    },
    check: ({ read, rejected }, atEnd) => {
      if (limit === undefined) return;
      const most = share === null ? Number(limit) : read * share;
      if (rejected <= most || (share !== null && read < ROWS_FOR_SHARE && !atEnd)) return;
      const why = first === undefined ? "" : `; the first on line ${first.line}: ${first.field}: ${first.reason}`;
      throw new VerbatimsError(
        "too-many-rejects",
        `rejects: expected at most ${limit}, got ${rejected} of ${read} rows${why}. Correct the rows or options, or raise --max-rejects.`,
        { field: "maxRejects", received: String(rejected) },
      );
    },
  };
}

function readShare(text: string): number {
  const share = /^\d{1,3}(?:\.\d{1,6})?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number.NaN;
  if (!(share <= 1)) throw wrong(text);
  return share;
}

function wrong(got: unknown): VerbatimsError {
  const received = excerpt(got);
  return new VerbatimsError(
    "invalid-option",
    `maxRejects: expected a whole number, or a share from 0% to 100%, got ${received}. Correct the option (--max-rejects).`,
    { field: "maxRejects", received },
  );
}
