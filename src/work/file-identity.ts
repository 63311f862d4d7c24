import { fstat } from "node:fs";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * What tells whether two names stand for one regular file; `null` for what is no regular file or is not there.
 *
 * @param place a path, a file descriptor, or a stream that may have one
 */
export async function identifyFile(place: string | number | object): Promise<string | null> {
  const target = typeof place === "object" ? ("fd" in place ? place.fd : null) : place;
  try {
    const found =
      typeof target === "number"
        ? await promisify(fstat)(target)
        : typeof target === "string"
          ? await stat(target)
          : null;
    return found?.isFile() === true ? `${found.dev}:${found.ino}` : null;
  } catch {
    return null;
  }
}
