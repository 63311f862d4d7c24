import type { RejectedRecord } from "../intake/read-verbatims.js";
import type { WorkProgress } from "./analyze-file.js";
import { createProgressLine, type MaybeTerminal } from "./progress-line.js";

/** What the command says on `stderr` while it works. */
export interface CommandVoice {
  readonly say: (message: string) => void;
  /** Says the first rejects in full; the others are counted at the end. */
  readonly tellReject: (reject: RejectedRecord, name?: string) => void;
  /** Says how many rejects were not told, and where they are. */
  readonly tellMoreRejects: (rejected: number, where: string) => void;
  readonly tellProgress: (progress: WorkProgress) => void;
  /** Says on a terminal alone what is being done, until something else is said. */
  readonly tellStep: (words: string) => void;
  readonly clear: () => void;
}

const REJECTS_TOLD = 3;

/** Makes the voice of the command. */
export function createVoice(stderr: MaybeTerminal): CommandVoice {
  const progress = createProgressLine(stderr);
  let told = 0;
  const say = (message: string): void => {
    progress.clear();
    stderr.write(`verbatims: ${message}\n`);
  };
  return {
    say,
    tellReject: ({ line, field, reason }, name) => {
      if (told++ < REJECTS_TOLD) {
        say(`${name === undefined ? "" : `${name}: `}line ${line} rejected: ${field}: ${reason}`);
      }
    },
    tellMoreRejects: (rejected, where) => {
      const more = rejected - REJECTS_TOLD;
      if (more > 0) say(`${more} more rejected${where}`);
    },
    tellProgress: progress.show,
    tellStep: progress.showWords,
    clear: progress.clear,
  };
}
