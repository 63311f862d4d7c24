/** Values → pictures and words: a summary as a page, as Markdown, and in the terminal. */
export type { ReportOptions } from "./options.js";
export { toHtml } from "./to-html.js";
export { toMarkdown } from "./to-markdown.js";
export { type TerminalOptions, toTerminal } from "./to-terminal.js";
