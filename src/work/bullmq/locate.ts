import { fileURLToPath } from "node:url";
import { excerpt, VerbatimsError } from "../../core/error.js";

/** Tells where the file or folder of a `file:` URI lies on this machine. */
export type Locate = (uri: string) => string;

/**
 * Where a URI says that it lies: all machines see the files under the same path.
 *
 * @throws VerbatimsError `invalid-job` for a URI of another kind
 */
export function locateFile(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    throw new VerbatimsError(
      "invalid-job",
      `job: expected a file: URI, got ${excerpt(uri)}. Give the worker a locate function that knows such URIs.`,
      { received: excerpt(uri) },
    );
  }
}
