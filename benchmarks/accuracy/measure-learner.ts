import { type LoadOptions, loadDataset } from "../../datasets/load.js";
import { VERSION } from "../../src/core/version.js";
import { createScorer } from "../../src/learning/create-scorer.js";
import { evaluate } from "../../src/learning/evaluate.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";
import type { TaskKind } from "../../src/learning/scorer.js";
import { trainModel } from "../../src/learning/train-model.js";
import { languagePriors } from "../../src/meaning/language-priors.js";
import type { LearnerTask, TaskSplit } from "../learner-tasks.js";
import type { RunPeer } from "../peers/all-peers.js";
import type { Aim, Anchor } from "./anchors.js";
import { createMajorityScorer } from "./majority.js";
import { measurePeers } from "./measure-shipped.js";
import { type Measure, type Score, toScore } from "./score.js";

/** What was measured of the learner on one task. */
export interface LearnerResult {
  readonly name: string;
  readonly language: string;
  readonly kind: TaskKind;
  readonly train: TaskSplit & { readonly examples: number };
  readonly test: TaskSplit;
  readonly measure: Measure;
  readonly note: string;
  readonly date: string;
  readonly version: string;
  /** Fingerprint of the model. */
  readonly model: string;
  /** Seconds that the training took, reading the data included, on the machine that measured. */
  readonly trainSeconds: number;
  readonly n: number;
  readonly ours: Score;
  /** Always the label that is most frequent in training. */
  readonly majority: Score;
  readonly peers: Readonly<Record<string, Score>>;
  readonly anchors: readonly Anchor[];
  readonly aim: Aim | null;
}

/** Options of every training of the table: those a user would set who cares for rare labels as for frequent ones. */
const RECIPE = { seed: 1, classWeights: "balanced" } as const;

/** Trains on a task with the one recipe that all tasks share, and measures. */
export async function measureLearner(
  task: LearnerTask,
  peers: readonly RunPeer[],
  options: LoadOptions,
): Promise<LearnerResult> {
  const started = performance.now();
  const seen: string[] = [];
  let examples = 0;
  const training = async function* (): AsyncGenerator<LabelledText> {
    for await (const example of readExamples(task, task.train, options)) {
      examples++;
      seen.push(...labelsOf(example));
      yield example;
    }
  };
  const { kind, labels } = task;
  const model = await trainModel(training(), {
    ...RECIPE,
    kind,
    // The first prior is the lexicon, the second what the shipped model learned.
    priors: languagePriors(task.language).slice(0, task.isShared === true ? 1 : 2),
    ...(labels === undefined ? {} : { labels }),
  });
  const trainSeconds = Math.round((performance.now() - started) / 100) / 10;

  const rows: LabelledText[] = [];
  for await (const example of readExamples(task, task.test, options)) rows.push(example);
  // A label that training never saw is the learner's loss.
  const counted = { unknownLabels: "count-wrong" } as const;
  const ours = toScore(await evaluate(createScorer(model), rows, counted), { confident: true });
  const frequent = createMajorityScorer(kind, model.labels, seen);
  const majority = toScore(await evaluate(frequent, rows, counted), { confident: false });
  const single = rows.map((row) => ({ text: row.text, label: labelsOf(row)[0] ?? "" }));
  const { name, language, train, test, measure, note, anchors, aim, peersView } = task;
  return {
    name,
    language,
    kind,
    train: { ...train, examples },
    test,
    measure,
    note,
    date: new Date().toISOString().slice(0, 10),
    version: VERSION,
    model: model.fingerprint,
    trainSeconds,
    n: rows.length,
    ours,
    majority,
    peers: peersView === null ? {} : await measurePeers(single, peersView, peers),
    anchors,
    aim,
  };
}

function labelsOf(example: LabelledText): readonly string[] {
  return "labels" in example ? example.labels : [example.label];
}

async function* readExamples(
  { examplesOf }: LearnerTask,
  { dataset, split }: TaskSplit,
  options: LoadOptions,
): AsyncGenerator<LabelledText> {
  for await (const row of loadDataset(dataset, split, options)) yield* examplesOf(row);
}
