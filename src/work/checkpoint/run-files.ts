import { access, constants, type FileHandle, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { excerpt, VerbatimsError } from "../../core/error.js";
import { identifyFile } from "../file-identity.js";
import { unwritable } from "../open-output.js";
import { refuseSamePlace } from "../open-rejects.js";
import { syncFolder } from "./checkpoint.js";

/** The files of a run while they grow. */
export interface RunFiles {
  /** The folder beside the output that holds what is needed to go on. */
  readonly folder: string;
  readonly outPart: string;
  readonly rejectsPart: string | null;
  /** Makes the files that long; what is after that was not written for good. */
  readonly truncate: (outBytes: number, rejectBytes: number) => Promise<void>;
  /** Lets what is written last. */
  readonly sync: () => Promise<void>;
  /** Gives the files their names. Goes on where it was broken off. */
  readonly rename: () => Promise<void>;
  /** Takes the folder and the parts away. */
  readonly remove: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Part {
  readonly name: string;
  readonly place: string;
  readonly part: string;
  readonly mode: number;
  file: FileHandle | null;
}

/** Whether a place is fit for a file that is written and renamed, and not a pipe or device. */
export async function isFilePlace(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there === null || there.isFile() || there.isDirectory();
}

/**
 * Opens the files that a run writes: `out` grows in a folder `<out>.checkpoint` beside it, `rejects` as `<rejects>.part`. They get
 * their names at the end, so that until then what was there before stays.
 *
 * @param taken identities of the inputs
 * @throws VerbatimsError `unwritable-output`
 */
export async function openRunFiles(
  out: string,
  rejects: string | undefined,
  taken: readonly (string | null)[],
): Promise<RunFiles> {
  const main = await findPlace(out, taken, (place) => join(`${place}.checkpoint`, "out.part"));
  const second = rejects === undefined ? null : await findPlace(rejects, taken, (place) => `${place}.part`);
  if (second !== null) refuseSamePlace(second.place, main.place);
  const folder = dirname(main.part);
  const parts = second === null ? [main] : [main, second];
  const guard = async (part: Part, step: () => Promise<unknown>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      throw unwritable(part.name, error);
    }
  };
  await guard(main, () => mkdir(folder, { recursive: true }));
  const fileOf = async (part: Part): Promise<FileHandle> => {
    part.file ??= await open(part.part, constants.O_RDWR | constants.O_CREAT, part.mode);
    return part.file;
  };
  const close = async (): Promise<void> => {
    for (const part of parts) {
      await part.file?.close().catch(() => undefined);
      part.file = null;
    }
  };
  const truncate = async (outBytes: number, rejectBytes: number): Promise<void> => {
    await guard(main, async () => (await fileOf(main)).truncate(outBytes));
    if (second !== null) await guard(second, async () => (await fileOf(second)).truncate(rejectBytes));
  };
  const sync = async (): Promise<void> => {
    for (const part of parts) await guard(part, async () => (await fileOf(part)).datasync());
  };
  const renameAll = async (): Promise<void> => {
    await close();
    for (const part of [...parts].reverse()) {
      await guard(part, async () => {
        // Where an earlier run came that far, the part has its name already.
        if ((await stat(part.part).catch(() => null)) === null && (await stat(part.place).catch(() => null)) !== null)
          return;
        await rename(part.part, part.place);
        await syncFolder(dirname(part.place));
      });
    }
  };
  const remove = async (): Promise<void> => {
    await close();
    if (second !== null) await rm(second.part, { force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return {
    folder,
    outPart: main.part,
    rejectsPart: second?.part ?? null,
    truncate,
    sync,
    rename: renameAll,
    remove,
    close,
  };
}

async function findPlace(
  path: string,
  taken: readonly (string | null)[],
  partOf: (place: string) => string,
): Promise<Part> {
  const name = excerpt(path, 200);
  const identity = await identifyFile(path);
  if (identity !== null && taken.includes(identity)) {
    throw new VerbatimsError(
      "unwritable-output",
      `${name}: expected a file of its own, got one that is read or written already. Name another file.`,
      { received: "the same file" },
    );
  }
  try {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() === true) throw Object.assign(new Error("a directory"), { code: "EISDIR" });
    // The folder is not made here, so that a misspelt path is found.
    await stat(dirname(path));
    if (there !== null) await access(path, constants.W_OK);
    const place = there === null ? join(await realpath(dirname(path)), basename(path)) : await realpath(path);
    return { name, place, part: partOf(place), mode: there === null ? 0o666 : there.mode & 0o777, file: null };
  } catch (error) {
    throw unwritable(name, error);
  }
}
