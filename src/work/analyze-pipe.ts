import type { Readable } from "node:stream";
import { VerbatimsError } from "../core/error.js";
import { analyzeBatches } from "./analyze-batches.js";
import type { AnalyzeFileOptions } from "./analyze-file.js";
import { type OpenedInput, openInput } from "./open-input.js";
import { openOutput } from "./open-output.js";
import { openRejects } from "./open-rejects.js";
import type { RejectWatch } from "./reject-limit.js";
import { NO_TOTALS, type WorkTotals } from "./work-totals.js";

/** Analyses what can be read once alone, batch by batch as it comes; see `analyzeFile`. */
export async function analyzePipe(
  source: string | Readable,
  options: AnalyzeFileOptions,
  watch: RejectWatch,
): Promise<WorkTotals> {
  const { out: target, rejects: rejectsTarget, onReject, onProgress, summary, ...reading } = options;
  if (summary !== undefined) {
    throw new VerbatimsError(
      "invalid-option",
      "analyzeFile summary: expected a file as input, got a stream. Make the summary of the output with verbatims summarize.",
      { field: "summary" },
    );
  }
  const input = await openInput(source, options.signal);
  try {
    return await write(input);
  } finally {
    input.close();
  }

  async function write({ identity, bytesRead, size }: OpenedInput): Promise<WorkTotals> {
    const out = await openOutput(target, [identity]);
    const rejects = await openRejects(rejectsTarget, target, identity).catch(async (error) => {
      await out.discard();
      throw error;
    });
    try {
      let totals = NO_TOTALS;
      onProgress?.({ totals, bytes: 0, size });
      for await (const batch of analyzeBatches(input, reading)) {
        if (batch.analyses.length > 0) await out.write(toLines(batch.analyses));
        await rejects.take(batch.rejects, onReject);
        totals = batch.totals;
        watch.note(batch.rejects);
        watch.check(totals, false);
        onProgress?.({ totals, bytes: bytesRead(), size });
      }
      watch.check(totals, true);
      options.signal?.throwIfAborted();
      await out.commit();
      await rejects.commit();
      return totals;
    } finally {
      await out.discard();
      await rejects.discard();
    }
  }
}

function toLines(analyses: readonly object[]): string {
  return analyses.map((analysis) => `${JSON.stringify(analysis)}\n`).join("");
}
