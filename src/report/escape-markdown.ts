import { cleanLine } from "./clean-text.js";

/**
 * Text as Markdown that shows it as it is, on one line: no HTML, emphasis, code, link, image, table cell, mention or
 * automatic link can come of it (CommonMark and GitHub's dialect). After an "@" an invisible word joiner is put, because
 * mail addresses and mentions are linked even where the sign is escaped.
 */
export function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*_[\]{}<>&#|~$]/g, (mark) => ENTITIES.get(mark) ?? `\\${mark}`)
    .replace(/:(?=[\w/+-])/g, "\\:")
    .replace(/@/g, "@\u2060")
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/^([+=-])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Written as entities, because some renderers look for HTML before they look for backslashes. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["<", "&lt;"],
  [">", "&gt;"],
  ["&", "&amp;"],
]);
