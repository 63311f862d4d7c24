import type { LoadOptions } from "../../datasets/load.js";
import { drawSample } from "../../src/core/random.js";
import { VERSION } from "../../src/core/version.js";
import { evaluate } from "../../src/learning/evaluate.js";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import type { RunPeer } from "../peers/all-peers.js";
import type { Aim, Anchor } from "./anchors.js";
import { createMajorityScorer } from "./majority.js";
import { type Measure, type Score, toScore } from "./score.js";
import type { Example, ShippedSet } from "./shipped-sets.js";
import { VIEW_LABELS, type View, viewAnalyzer, viewPeer } from "./views.js";
import { withoutDiacritics } from "./without-diacritics.js";

/** What was measured on one set. */
export interface ShippedResult {
  readonly name: string;
  readonly dataset: string;
  readonly split: string;
  readonly language: string;
  readonly view: View;
  readonly measure: Measure;
  readonly note: string;
  /** Day of the measurement, ISO 8601. */
  readonly date: string;
  readonly version: string;
  /** Fingerprint of the model that read the texts. */
  readonly model: string;
  readonly n: number;
  readonly ours: Score;
  /** The same texts typed without Turkish letters; `null` for other languages. */
  readonly withoutDiacritics: Score | null;
  readonly majority: Score;
  /** By name in the registry; `n` tells whether a sample or all rows. */
  readonly peers: Readonly<Record<string, Score>>;
  readonly anchors: readonly Anchor[];
  readonly aim: Aim | null;
}

/** Seed of every sample and resample of the tables. */
const SEED = 1;

/** Runs our shipped model and the peers on one set. */
export async function measureShipped(
  set: ShippedSet,
  peers: readonly RunPeer[],
  options: LoadOptions,
): Promise<ShippedResult> {
  const rows = await set.load(options);
  const analyzer = createAnalyzer({ language: set.language });
  const scorer = viewAnalyzer(analyzer, set.view);
  const ours = toScore(await evaluate(scorer, rows), { confident: true });
  const { name, dataset, split, language, view, measure, note, anchors, aim } = set;
  return {
    name,
    dataset,
    split,
    language,
    view,
    measure,
    note,
    date: new Date().toISOString().slice(0, 10),
    version: VERSION,
    model: analyzer.analyze("").model,
    n: rows.length,
    ours,
    withoutDiacritics:
      language === "tr" ? toScore(await evaluate(scorer, rows.map(typedPlainly)), { confident: true }) : null,
    majority: await measureMajority(rows, view),
    peers: await measurePeers(rows, view, peers),
    anchors,
    aim,
  };
}

function typedPlainly({ text, label }: Example): Example {
  return { text: withoutDiacritics(text), label };
}

async function measureMajority(rows: readonly Example[], view: View): Promise<Score> {
  const scorer = createMajorityScorer(
    "single",
    VIEW_LABELS[view],
    rows.map(({ label }) => label),
  );
  return toScore(await evaluate(scorer, rows), { confident: false });
}

/** Runs the peers on rows, or on a sample that is the same every time. */
export async function measurePeers(
  rows: readonly Example[],
  view: View,
  peers: readonly RunPeer[],
): Promise<Readonly<Record<string, Score>>> {
  const scores: Record<string, Score> = {};
  for (const { peer, rowsMost } of peers) {
    const drawn = rowsMost < rows.length ? drawSample(rows, rowsMost, SEED) : rows;
    scores[peer.name] = toScore(await evaluate(viewPeer(peer, view), drawn), { confident: false });
  }
  return scores;
}
