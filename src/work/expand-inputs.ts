import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { excerpt, VerbatimsError } from "../core/error.js";

/**
 * Expands patterns among the names of inputs, as a shell does where they are not quoted: `*` and `?` stand for characters of a name,
 * `**` for folders of any depth. What a pattern finds is in the order of the names' characters; names that begin with a dot are not
 * found. A name that is there as it stands is no pattern.
 *
 * @throws VerbatimsError `unreadable-input` where a pattern finds nothing
 */
export async function expandInputs(names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (!/[*?]/.test(name) || (await isThere(name))) {
      found.push(name);
      continue;
    }
    const matches = await findMatches(name);
    if (matches.length === 0) {
      throw new VerbatimsError(
        "unreadable-input",
        `${excerpt(name, 200)}: expected files that fit the pattern, got none. Check the pattern.`,
        { received: "none" },
      );
    }
    found.push(...matches);
  }
  return found;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function findMatches(pattern: string): Promise<string[]> {
  const parts = pattern.split("/");
  let folders = [pattern.startsWith("/") ? "/" : ""];
  for (const [i, part] of parts.entries()) {
    if (part === "" && i === 0) continue;
    const last = i === parts.length - 1;
    const next: string[] = [];
    for (const folder of folders) {
      if (part === "**") next.push(...(await listFolders(folder)));
      else if (!/[*?]/.test(part)) next.push(join(folder, part));
      else {
        const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
          if (entry.name.startsWith(".") || !fits(entry.name, part)) continue;
          if (last ? !entry.isDirectory() : !entry.isFile()) next.push(join(folder, entry.name));
        }
      }
    }
    folders = next;
  }
  const there = await Promise.all(folders.map(isThere));
  return folders.filter((_, i) => there[i]).sort();
}

/** The folder itself and all folders within. */
async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);
  const found = [folder];
  for (const entry of entries) {
    // Links are not followed: they may lead in a circle.
    if (entry.isDirectory() && !entry.name.startsWith("."))
      found.push(...(await listFolders(join(folder, entry.name))));
  }
  return found;
}

/** Whether a name fits a pattern of `*` and `?`; time grows with the product of their lengths at most. */
function fits(name: string, pattern: string): boolean {
  let [at, p, star, from] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[p] === "*") {
      star = p++;
      from = at;
    } else if (pattern[p] === "?" || pattern[p] === name[at]) {
      p++;
      at++;
    } else if (star !== -1) {
      // The last star takes one character more.
      p = star + 1;
      at = ++from;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
