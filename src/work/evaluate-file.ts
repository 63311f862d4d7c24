import type { Readable, Writable } from "node:stream";
import { evaluate } from "../learning/evaluate.js";
import type { Evaluation } from "../learning/evaluation.js";
import type { Scorer } from "../learning/scorer.js";
import { type LabelledHooks, openLabelled } from "./open-labelled.js";
import { openOutput } from "./open-output.js";
import type { WorkTotals } from "./work-totals.js";

/** How labelled rows are read, and where the measures go. */
export interface EvaluateFileOptions extends LabelledHooks {
  /** File (or stream) that takes the evaluation as JSON. */
  readonly out?: string | Writable | undefined;
}

/** How a scorer did on a file. */
export interface EvaluatedFile {
  readonly evaluation: Evaluation;
  readonly totals: WorkTotals;
}

/**
 * Measures a scorer on a file of labelled rows. Rows with a label that the scorer does not know count as wrong; such labels stand
 * behind the scorer's own in the evaluation.
 *
 * @throws VerbatimsError `unreadable-input`, `unwritable-output`; `empty-input` where no row could be read; what reading labelled
 * rows throws; the reason of `signal`
 * @example
 * const scorer = createScorer(await readModelFile("tickets.vbtm"));
 * const { evaluation } = await evaluateFile("dev.csv", scorer, { out: "evaluation.json" });
 * evaluation.accuracy.value; // 1
 */
export async function evaluateFile(
  source: string | Readable,
  scorer: Scorer,
  options: EvaluateFileOptions = {},
): Promise<EvaluatedFile> {
  const { out: target, signal } = options;
  const input = await openLabelled(source, scorer.kind, options, target ?? null);
  try {
    const out = target === undefined ? null : await openOutput(target, [input.identity]);
    try {
      const stop = signal === undefined ? {} : { signal };
      const evaluation = await evaluate(scorer, input.rows, { unknownLabels: "count-wrong", ...stop });
      await out?.write(`${JSON.stringify(evaluation)}\n`);
      await out?.commit();
      await input.commit();
      return { evaluation, totals: input.totals() };
    } finally {
      await out?.discard();
    }
  } finally {
    await input.close();
  }
}
