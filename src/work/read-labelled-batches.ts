import { excerpt, VerbatimsError } from "../core/error.js";
import type { Read } from "../intake/coerce.js";
import { foldName, SYNONYMS } from "../intake/column-names.js";
import { type ColumnMapping, type MappedColumn, matchColumns } from "../intake/columns.js";
import type { IntakeMapping, IntakeOptions } from "../intake/intake-options.js";
import { type RecordBatch, readRecordBatches } from "../intake/read-records.js";
import { readCell, readText } from "../intake/read-row.js";
import { type RejectedRecord, rejectRow } from "../intake/read-verbatims.js";
import type { Row } from "../intake/rows.js";
import type { TaskKind } from "../learning/scorer.js";
import { nameInput } from "./name-input.js";
import type { OpenedInput } from "./open-input.js";

/** How labelled rows are read. */
export interface LabelledReading extends Pick<IntakeOptions, "format" | "encoding"> {
  /** How many labels a row may have: exactly one, or any number for `multi`. */
  readonly kind: TaskKind;
  /** Column of the text; guessed where left out. */
  readonly textColumn?: string | undefined;
  /** Column of the label or labels; guessed where left out. */
  readonly labelColumn?: string | undefined;
  /** What the labels tell, such as "stage": a column of that name is guessed to hold them. */
  readonly task?: string | undefined;
  /** Called once, before the first row, with what is read from where. */
  readonly onMapping?: ((mapping: LabelledMapping) => void) | undefined;
}

/** Which columns are read, and in which format the input is. */
export type LabelledMapping = ColumnMapping<"text" | "label"> & Pick<IntakeMapping, "format">;

/** A text and what a person said of it. */
export interface LabelledRow {
  readonly text: string;
  /** Exactly one, except for `multi`. */
  readonly labels: readonly string[];
}

/** One row of an input: labelled, or why it cannot be read. */
export type LabelledRecord =
  | { readonly ok: true; readonly line: number; readonly labelled: LabelledRow }
  | RejectedRecord;

/** Names of columns that hold labels. */
const LABEL_NAMES = [
  "label",
  "labels",
  "etiket",
  "etiketler",
  "class",
  "sinif",
  "category",
  "kategori",
  "target",
  "gold",
];
/** Longest label. */
const LABEL_CHARS = 256;

/**
 * Reads labelled rows, batch by batch: of CSV the cells of two columns, several labels of `multi` parted by `|`; of JSON lines
 * `{"text": …, "label": …}` or `{"text": …, "labels": […]}`. White space around a label is no part of it; numbers are taken as they
 * are written. Every row comes out once, in order, labelled or as a reject.
 *
 * @throws VerbatimsError what reading rows throws, with the input's name in front; `unknown-column` where no column holds labels;
 * `missing-text-column`
 */
export async function* readLabelledBatches(
  input: OpenedInput,
  { kind, textColumn, labelColumn, task, onMapping, format, encoding }: LabelledReading,
): AsyncGenerator<RecordBatch<LabelledRecord>, void, undefined> {
  const columns = textColumn === undefined ? {} : { text: textColumn };
  const names = { text: SYNONYMS.text, label: task === undefined ? LABEL_NAMES : [foldName(task), ...LABEL_NAMES] };
  const choice = { ...columns, ...(labelColumn === undefined ? {} : { label: labelColumn }) };
  try {
    yield* readRecordBatches<LabelledRecord>(
      input.chunks,
      { format, encoding, columns, fileName: input.path },
      (header, { format: found }) => {
        if (found === "lines") throw withoutLabels("lines without columns");
        if (header === "lines") return (row) => readRow(row, { columns: [], ignored: [] }, kind);
        const mapping = matchColumns<"text" | "label">(header, choice, names);
        if (!mapping.columns.some(({ field }) => field === "label")) {
          throw withoutLabels(
            `the columns ${header
              .slice(0, 40)
              .map((name) => `"${excerpt(name)}"`)
              .join(", ")}`,
          );
        }
        onMapping?.({ ...mapping, format: found });
        return (row) => readRow(row, mapping, kind);
      },
    );
  } catch (error) {
    throw nameInput(error, input.name);
  }
}

function withoutLabels(got: string): VerbatimsError {
  return new VerbatimsError(
    "unknown-column",
    `label: expected a column that holds the labels, got ${got}. Name it with --label <column>.`,
    { field: "label" },
  );
}

function readRow(row: Row, { columns }: ColumnMapping<"text" | "label">, kind: TaskKind): LabelledRecord {
  if (row.fault !== undefined) return rejectRow(row, "record", row.fault);
  const cellOf = (field: "text" | "label"): unknown => {
    const column: MappedColumn<string> | undefined = columns.find((each) => each.field === field);
    return column === undefined ? undefined : readCell(row.value, column);
  };
  const text = readText(cellOf("text"));
  if (!text.ok) return rejectRow(row, "text", text.reason);
  const labels = readLabels(cellOf("label"), kind, Array.isArray(row.value));
  if (!labels.ok) return rejectRow(row, "label", labels.reason);
  return { ok: true, line: row.line, labelled: { text: text.value, labels: labels.value } };
}

function readLabels(cell: unknown, kind: TaskKind, isCsv: boolean): Read<readonly string[]> {
  if (cell === undefined || cell === null) return { ok: false, reason: "expected a label, got nothing" };
  const several = kind === "multi";
  const parts: readonly unknown[] =
    several && isCsv && typeof cell === "string" ? cell.split("|") : Array.isArray(cell) ? cell : [cell];
  const labels = new Set<string>();
  for (const part of parts) {
    if (typeof part !== "string" && typeof part !== "number") {
      return { ok: false, reason: `expected a string, got ${excerpt(part)}` };
    }
    const label = String(part).trim();
    if (label.length > LABEL_CHARS) {
      return { ok: false, reason: `expected at most ${LABEL_CHARS} characters, got ${label.length}` };
    }
    if (label !== "") labels.add(label);
  }
  if (several || labels.size === 1) return { ok: true, value: [...labels] };
  const got = labels.size === 0 ? "nothing" : `${labels.size}: ${excerpt([...labels].join(", "))}`;
  return { ok: false, reason: `expected exactly one label for kind "${kind}", got ${got}` };
}
