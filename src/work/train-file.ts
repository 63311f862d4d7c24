import type { Readable, Writable } from "node:stream";
import { createScorer } from "../learning/create-scorer.js";
import type { LinearModel } from "../learning/linear-model.js";
import { encodeModel } from "../learning/model-codec.js";
import { trainModel } from "../learning/train-model.js";
import type { TrainOptions } from "../learning/train-options.js";
import { type EvaluatedFile, evaluateFile } from "./evaluate-file.js";
import { type LabelledHooks, openLabelled } from "./open-labelled.js";
import { openOutput } from "./open-output.js";
import type { WorkTotals } from "./work-totals.js";

/** What is learned, how, and where the model goes. */
export interface TrainFileOptions extends LabelledHooks {
  /** File (or stream) that takes the model. */
  readonly out: string | Writable;
  /** How it is trained; see `trainModel`. @defaultValue one label a row */
  readonly training?: Omit<TrainOptions, "signal"> | undefined;
  /** File of labelled rows that the model is measured on and does not learn from. */
  readonly dev?: string | undefined;
}

/** What a training gave. */
export interface TrainedFile {
  readonly model: LinearModel;
  readonly totals: WorkTotals;
  /** How the model did on `dev`; `null` without it. */
  readonly measured: EvaluatedFile | null;
}

/**
 * Trains a model on a file of labelled rows, and writes it as bytes. The same file, options and version give the same bytes. After
 * an error or an abort what was at the place before is still there.
 *
 * @throws VerbatimsError `unreadable-input`, `unwritable-output`; what reading labelled rows and `trainModel` throw; the reason of
 * `signal`
 * @example
 * const { model } = await trainFile("tickets.csv", { out: "tickets.vbtm", training: { seed: 7 } });
 * model.labels; // ["billing", "delivery"]
 */
export async function trainFile(source: string | Readable, options: TrainFileOptions): Promise<TrainedFile> {
  const { out: target, training = {}, dev, signal, onReject, ...reading } = options;
  const input = await openLabelled(source, training.kind ?? "single", options, target);
  try {
    const out = await openOutput(target, [input.identity]);
    try {
      const model = await trainModel(input.rows, { ...training, ...(signal === undefined ? {} : { signal }) });
      const quiet = { ...reading, signal, rejects: undefined, onProgress: undefined };
      const measured = dev === undefined ? null : await evaluateFile(dev, createScorer(model), quiet);
      await out.write(encodeModel(model));
      await out.commit();
      await input.commit();
      return { model, totals: input.totals(), measured };
    } finally {
      await out.discard();
    }
  } finally {
    await input.close();
  }
}
