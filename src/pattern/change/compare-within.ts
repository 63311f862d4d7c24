import { excerpt } from "../../core/error.js";
import type { CrossTally, NamedTally, Summary } from "../summary.js";
import { type Change, type ChangeSide, listChanges, pairByName, type ReadingFamily, rankChanges } from "./change.js";
import { type ComparisonOptions, checkComparison } from "./compare-means.js";
import { wrongArgument } from "./comparison.js";
import { restOf } from "./part-tally.js";

/** The lists of a summary whose groups can be compared with the rest. */
const GROUPINGS = [
  "languages",
  "stages",
  "intents",
  "emotions",
  "efforts",
  "touchpoints",
  "channels",
  "segments",
  "months",
] as const;
/** A list of a summary that names groups: languages, stages, intents, emotions, efforts, touchpoints, channels, segments or months. */
export type Grouping = (typeof GROUPINGS)[number];

/** How one number of a group differs from that of all other verbatims. */
export interface GroupChange extends Change {
  /** Name of the group: `after` is the group, `before` are all verbatims that are not in it, those without a group among them. */
  readonly group: string;
}

/** The readings that a summary counts within the groups of a list, and where. */
const CROSSES: Readonly<Partial<Record<Grouping, readonly (readonly [ReadingFamily, CrossList])[]>>> = {
  stages: [["themes", "themesByStage"]],
  months: [["themes", "themesByMonth"]],
  channels: [
    ["stages", "stagesByChannel"],
    ["intents", "intentsByChannel"],
  ],
};
type CrossList = "themesByStage" | "themesByMonth" | "stagesByChannel" | "intentsByChannel";

/**
 * Compares each group of a summary (each channel, segment, month …) with the rest of its verbatims, as `compareSummaries` does two summaries:
 * scores and sentiments, and the readings that a summary counts within such groups: themes within stages and months; stages,
 * intents, urgent verbatims and advocates within channels. For themes within segments and the like make a summary of each and compare these.
 *
 * A family of tests spans all groups. What matters comes first, across groups. Of a summary without such groups it is `[]`.
 *
 * @param by which list of the summary names the groups. Themes are none: their tallies count the theme's sentiment, not the verbatim's
 * @throws VerbatimsError `invalid-option` where `by` is no such list or an option is out of range; `invalid-summary` where a group holds more than all
 * @example
 * const analyses = [...Array(40).keys()].map((i) => analyze({ text: "It works", channel: i % 2 ? "chat" : "email", nps: i % 2 ? 9 : 3 }));
 * const [first] = compareWithin(addToSummary(emptySummary(), analyses), "channels");
 * first?.name; // "nps"
 * first?.group; // "chat"
 * first?.difference.value; // 200
 */
export function compareWithin(summary: Summary, by: Grouping, options: ComparisonOptions = {}): readonly GroupChange[] {
  const rules = checkComparison("compareWithin", options);
  if (!GROUPINGS.includes(by)) {
    const mend = "Make a summary of each group and give them to compareSummaries";
    throw wrongArgument("compareWithin", "by", `one of ${GROUPINGS.join(", ")}`, by, mend);
  }
  const sides = createSides(summary, by);
  const changes = summary[by].flatMap((group) => {
    const [rest, within] = sides(group);
    return listChanges(rest, within, rules).map((change) => ({ ...change, group: group.name }));
  });
  return rankChanges(changes, rules.level);
}

/** Makes the two sides of a group: the rest, and the group. */
function createSides(summary: Summary, by: Grouping): (group: NamedTally) => readonly [ChangeSide, ChangeSide] {
  const crosses = (CROSSES[by] ?? []).map(([family, list]) => [family, byGroup(summary[list])] as const);
  const urgent = new Map(summary.urgentByChannel.map(({ name, n }) => [name, n]));
  const advocates = new Map(summary.advocatesByChannel.map(({ name, n }) => [name, n]));
  return (group) => {
    const within: Partial<Record<ReadingFamily, readonly NamedTally[]>> = {};
    const rest: Partial<Record<ReadingFamily, readonly NamedTally[]>> = {};
    for (const [family, cells] of crosses) {
      const inGroup = cells.get(group.name) ?? [];
      within[family] = inGroup;
      rest[family] = pairByName(summary[family], inGroup).map(([name, whole, part]) => ({
        name,
        ...restOf(whole, part, `summary ${family} ${excerpt(name)} within ${excerpt(group.name)}`),
      }));
    }
    const signals = { urgent: urgent.get(group.name) ?? 0, advocates: advocates.get(group.name) ?? 0 };
    const told = by === "channels";
    return [
      {
        all: restOf(summary.all, group, `summary ${by} ${excerpt(group.name)}`),
        readings: rest,
        signals: told
          ? { urgent: summary.urgent - signals.urgent, advocates: summary.advocates - signals.advocates }
          : null,
      },
      { all: group, readings: within, signals: told ? signals : null },
    ];
  };
}

function byGroup(cells: readonly CrossTally[]): ReadonlyMap<string, readonly NamedTally[]> {
  const groups = new Map<string, NamedTally[]>();
  for (const cell of cells) {
    const group = groups.get(cell.within);
    if (group === undefined) groups.set(cell.within, [cell]);
    else group.push(cell);
  }
  return groups;
}
