import { openOutput } from "../open-output.js";
import { placeOf, refuseSamePlace } from "../open-rejects.js";
import type { RunTarget, TargetChoice } from "./run-target.js";

/**
 * Opens outputs of which one at least is a stream or device: pieces are handed to it in order, and a run that is broken off begins anew.
 *
 * @param taken identities of the inputs
 * @throws VerbatimsError `unwritable-output`
 */
export async function openStreamTarget(
  { out: outTarget, rejects: rejectsTarget }: TargetChoice,
  taken: readonly (string | null)[],
): Promise<RunTarget> {
  if (rejectsTarget !== undefined) refuseSamePlace(placeOf(rejectsTarget), placeOf(outTarget));
  const out = await openOutput(outTarget, taken);
  const rejects =
    rejectsTarget === undefined
      ? null
      : await openOutput(rejectsTarget, taken).catch(async (error) => {
          await out.discard();
          throw error;
        });
  const leave = async (): Promise<boolean> => {
    await out.discard();
    await rejects?.discard();
    return false;
  };
  return {
    out: null,
    rejects: null,
    take: async (content) => {
      if (content.out.length > 0) await out.write(content.out);
      if (content.rejects.length > 0) await rejects?.write(content.rejects);
    },
    before: null,
    save: () => undefined,
    commit: async () => {
      try {
        await out.commit();
        await rejects?.commit();
      } finally {
        await leave();
      }
    },
    leave,
  };
}
