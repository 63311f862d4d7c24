import { EFFORTS, EMOTIONS, INTENTS, STAGES, THEMES } from "../core/labels.js";

/** What is not told is a value of its own where exactly one value holds. */
export const UNTOLD = "none";

/** One thing that is read of a text: which of its labels hold. */
export interface Head {
  /** `one`: exactly one of the labels holds; `any`: each holds or not. */
  readonly kind: "one" | "any";
  readonly labels: readonly string[];
  /** Its columns are `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

const SHAPES = {
  themes: ["any", THEMES],
  stage: ["one", [...STAGES, UNTOLD]],
  intent: ["one", INTENTS],
  emotion: ["one", [...EMOTIONS, UNTOLD]],
  effort: ["one", [...EFFORTS, UNTOLD]],
  urgent: ["any", ["urgent"]],
} as const;

/** Names of the heads, in the order of their columns. */
export const HEAD_NAMES = ["themes", "stage", "intent", "emotion", "effort", "urgent"] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** The heads of the meaning model: each label has a column, side by side, so that one pass serves all. */
export const HEADS: Readonly<Record<HeadName, Head>> = {
  themes: headOf("themes"),
  stage: headOf("stage"),
  intent: headOf("intent"),
  emotion: headOf("emotion"),
  effort: headOf("effort"),
  urgent: headOf("urgent"),
};

/** Columns of all heads. */
export const HEAD_COLUMNS: number = HEADS.urgent.to;

/** Name of each column, such as `theme:quality`. */
export const COLUMN_NAMES: readonly string[] = HEAD_NAMES.flatMap((name) =>
  HEADS[name].labels.map((label) => `${name}:${label}`),
);

function headOf(name: HeadName): Head {
  const [kind, labels] = SHAPES[name];
  let from = 0;
  for (const before of HEAD_NAMES) {
    if (before === name) break;
    from += SHAPES[before][1].length;
  }
  return { kind, labels, from, to: from + labels.length };
}
