import { excerpt, VerbatimsError } from "../core/error.js";
import type { TaskKind } from "./scorer.js";

/** A text with its label, or with its labels where a text may have several. */
export type LabelledText<Label extends string = string> =
  | { readonly text: string; readonly label: Label }
  | { readonly text: string; readonly labels: readonly Label[] };

/** A labelled text that was checked. */
export interface CheckedText<Label extends string = string> {
  readonly text: string;
  /** Exactly one for `single` and `ordinal`; none of them twice. */
  readonly labels: readonly Label[];
}

/**
 * Checks a row that comes from a file or a caller without types.
 *
 * @param where name of the function that reads it, for the message
 * @param row 1-based
 * @throws VerbatimsError `invalid-record` naming the row and the field
 */
export function checkLabelledText<Label extends string>(
  item: LabelledText<Label>,
  kind: TaskKind,
  where: string,
  row: number,
): CheckedText<Label> {
  const broken = (field: string, expected: string, got: unknown): VerbatimsError => {
    const received = excerpt(got);
    return new VerbatimsError(
      "invalid-record",
      `${where} row ${row}, ${field}: expected ${expected}, got ${received}. Correct the row or leave it out.`,
      { field, line: row, expected, received },
    );
  };
  if (typeof item !== "object" || item === null) throw broken("row", "an object with text and label", item);
  // Nothing is known of the row's fields yet.
  const { text, label, labels } = item as { text?: unknown; label?: unknown; labels?: unknown };
  if (typeof text !== "string") throw broken("text", "a string", text);
  const field = labels === undefined ? "label" : "labels";
  const several = labels === undefined ? [label] : labels;
  if (!Array.isArray(several)) throw broken(field, "a list of strings", labels);
  if (!several.every((value) => typeof value === "string" && value !== "")) {
    throw broken(field, "a string of at least one character", labels === undefined ? label : labels);
  }
  if (kind !== "multi" && several.length !== 1) throw broken(field, `exactly one label for kind "${kind}"`, several);
  // Every one was just found to be a string; whether they are labels of the task is for the caller to say.
  return { text, labels: [...new Set(several)] as Label[] };
}
