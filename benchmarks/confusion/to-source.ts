import type { Language } from "../../src/core/labels.js";
import type { ConfusionTable } from "../../src/pattern/metrics/index.js";

/** Tables of one language. */
export interface ShippedTables {
  readonly model: string;
  readonly stars: readonly { readonly set: string; readonly table: ConfusionTable }[];
  readonly effort: { readonly model: string; readonly set: string; readonly table: ConfusionTable };
}

/** The file of tables, as the formatter would write it. */
export function toSource(tables: Readonly<Record<Language, ShippedTables>>): string {
  const lines = [
    'import type { Language } from "../../core/labels.js";',
    'import type { ConfusionTable } from "./estimate-shares.js";',
    "",
    "/** What the shipped models of one language take for what. */",
    "export interface ShippedConfusion {",
    "  /** Fingerprint of the model that read the texts. */",
    "  readonly model: string;",
    "  /** By set of texts: one to five stars, by seven classes of sentiment scores from most negative to most positive. */",
    "  readonly stars: readonly { readonly set: string; readonly table: ConfusionTable }[];",
    "  /** Effort as people annotated it, by what was read. */",
    "  readonly effort: { readonly model: string; readonly set: string; readonly table: ConfusionTable };",
    "}",
    "",
    "/** Made by `npm run confusion` from the runs that it tells of; not written by hand. */",
    "export const SHIPPED_CONFUSION: Readonly<Record<Language, ShippedConfusion>> = {",
    ...Object.entries(tables).flatMap(([language, { model, stars, effort }]) => [
      `  ${language}: {`,
      `    model: ${JSON.stringify(model)},`,
      "    stars: [",
      ...stars.flatMap(({ set, table }) => [
        "      {",
        `        set: ${JSON.stringify(set)},`,
        ...tableLines(table, "        "),
        "      },",
      ]),
      "    ],",
      "    effort: {",
      `      model: ${JSON.stringify(effort.model)},`,
      `      set: ${JSON.stringify(effort.set)},`,
      ...tableLines(effort.table, "      "),
      "    },",
      "  },",
    ]),
    "};",
  ];
  return `${lines.join("\n")}\n`;
}

function tableLines({ labels, counts }: ConfusionTable, indent: string): string[] {
  return [
    `${indent}table: {`,
    `${indent}  labels: [${labels.map((label) => JSON.stringify(label)).join(", ")}],`,
    `${indent}  counts: [`,
    ...counts.map((row) => `${indent}    [${row.join(", ")}],`),
    `${indent}  ],`,
    `${indent}},`,
  ];
}
