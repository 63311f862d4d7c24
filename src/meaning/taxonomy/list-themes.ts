import { excerpt, VerbatimsError } from "../../core/error.js";
import type { ThemeDefinition } from "./taxonomy.js";

/** Most levels of a hierarchy. */
const LEVELS_MOST = 8;
/** Most characters of one part of a name. */
const NAME_MOST = 80;

/**
 * Lists the themes of a hierarchy by their full names, each before those that are nested in it.
 *
 * @param taxonomy name of the taxonomy, for errors
 * @throws VerbatimsError `invalid-taxonomy` for a name that is none, more than 8 levels, a theme nested in itself, a theme whose parent is
 * not there; `duplicate-name`
 */
export function listThemes(taxonomy: string, themes: readonly ThemeDefinition[]): Map<string, ThemeDefinition> {
  const found = new Map<string, ThemeDefinition>();
  const above: ThemeDefinition[] = [];
  const addAll = (list: readonly ThemeDefinition[], prefix: string): void => {
    if (!Array.isArray(list)) throw wrongTheme(taxonomy, prefix, "themes to be a list", list, "Give a list of themes.");
    for (const theme of list) {
      const where = `${prefix}${excerpt(theme?.name)}`;
      if (above.includes(theme)) {
        throw wrongTheme(taxonomy, where, "no theme nested in itself", "itself", "Take it out of its own themes.");
      }
      if (!isName(theme?.name)) {
        const expected = `a name of 1 to ${NAME_MOST} characters, without control characters and outer spaces`;
        throw wrongTheme(taxonomy, where, expected, theme?.name, "Correct the name.");
      }
      const name = `${prefix}${theme.name}`;
      if (name.split("/").length > LEVELS_MOST) {
        throw wrongTheme(taxonomy, name, `at most ${LEVELS_MOST} levels`, name, "Put it higher up.");
      }
      if (found.has(name)) {
        throw new VerbatimsError(
          "duplicate-name",
          `taxonomy "${taxonomy}", theme "${name}": expected names that differ, got this one twice. Rename or join the two.`,
          { field: "themes", received: excerpt(name) },
        );
      }
      found.set(name, theme);
      if (theme.themes === undefined) continue;
      above.push(theme);
      addAll(theme.themes, `${name}/`);
      above.pop();
    }
  };
  addAll(themes, "");
  for (const name of found.keys()) {
    const slash = name.lastIndexOf("/");
    const parent = name.slice(0, slash);
    if (slash > 0 && !found.has(parent)) {
      throw wrongTheme(
        taxonomy,
        name,
        `its parent "${parent}" among the themes`,
        undefined,
        "Add it, or rename this one.",
      );
    }
  }
  return found;
}

/** Whether every part of a value is a name. */
function isName(name: unknown): name is string {
  if (typeof name !== "string") return false;
  return name.split("/").every((part) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const hasControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(part);
    return part !== "" && part.length <= NAME_MOST && part.trim() === part && !hasControls && part.isWellFormed();
  });
}

/** The error of a theme: where, what was expected, what was there, what to do. */
export function wrongTheme(
  taxonomy: string,
  theme: string,
  expected: string,
  got: unknown,
  mend: string,
): VerbatimsError {
  const received = excerpt(got);
  return new VerbatimsError(
    "invalid-taxonomy",
    `taxonomy "${taxonomy}", theme "${excerpt(theme, 120)}": expected ${expected}, got ${received}. ${mend}`,
    { field: "themes", expected, received },
  );
}
