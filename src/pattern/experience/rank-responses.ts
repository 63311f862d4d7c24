import { type Source, toAsyncIterable } from "../../core/iterables.js";
import type { Intent } from "../../core/labels.js";
import type { Analysis } from "../../meaning/analysis.js";
import { wrongOption } from "../metrics/judge.js";
import { readMoment } from "../trends/read-moment.js";

/** How many are kept. */
export interface RankOptions {
  /**
   * Most verbatims kept, a whole number from 1 to 10,000.
   *
   * @defaultValue 20
   */
  readonly most?: number;
  readonly signal?: AbortSignal;
}

/** A verbatim that wants an answer. */
export interface NeededResponse {
  readonly id: string;
  readonly text: string | null;
  readonly at: string | null;
  readonly channel: string | null;
  readonly urgent: boolean;
  readonly intent: Intent | null;
  /** Severity of the worst pain point that it tells, 0 to 1; 0 where it tells none. */
  readonly severity: number;
  /** Theme of that pain point. */
  readonly theme: string | null;
  /** What the customer is worth, in the user's own currency; `null` where not given. */
  readonly value: number | null;
}

/** The verbatims that want an answer first. */
export interface ResponseRanking {
  /** Verbatims read. */
  readonly read: number;
  /** Those that want an answer: urgent, a complaint, a question, a request, or of a customer who leaves; not yet replied to. */
  readonly needing: number;
  /** Those that would, and have been replied to. */
  readonly replied: number;
  /** The first of those needing, at most as many as asked. */
  readonly first: readonly NeededResponse[];
}

/** Who leaves or tells of a problem comes before who asks. */
const ORDER: readonly (Intent | null)[] = ["churn", "complaint", "request", "question"];

/**
 * Ranks the verbatims that want an answer and keeps the first ones: urgent before others; then those who leave, complaints, requests,
 * questions; then by severity of the worst pain point, by value of the customer, by age, by id. Wants rows: reads a source of analyses once and
 * keeps `most` of them in memory. The order of the source does not matter.
 *
 * @throws VerbatimsError `invalid-option` where `most` is out of range; whatever the source throws; the reason of `signal`
 * @example
 * const texts = ["Lovely kettle.", "The lid broke after a week.", "My card was stolen, block it now!"];
 * const { first } = await rankResponses(texts.map((text) => analyze(text)));
 * first[0]?.text; // "My card was stolen, block it now!"
 */
export async function rankResponses(
  source: Source<Analysis>,
  { most = 20, signal }: RankOptions = {},
): Promise<ResponseRanking> {
  if (!(Number.isInteger(most) && most >= 1 && most <= 10_000))
    throw wrongOption("rankResponses", "most", "a whole number from 1 to 10000", most);
  const first: Ranked[] = [];
  let [read, needing, replied] = [0, 0, 0];
  for await (const analysis of toAsyncIterable(source)) {
    signal?.throwIfAborted();
    read++;
    if (!analysis.urgent && rankOf(analysis) === ORDER.length) continue;
    if (analysis.given.repliedAt !== undefined) {
      replied++;
      continue;
    }
    needing++;
    insert(first, toRanked(analysis), most);
  }
  return { read, needing, replied, first: first.map(({ response }) => response) };
}

/** A response with what it is ranked by: the smaller, the earlier, key by key. */
interface Ranked {
  readonly keys: readonly (number | string)[];
  readonly response: NeededResponse;
}

function rankOf({ intent }: Analysis): number {
  const rank = ORDER.indexOf(intent?.intent ?? null);
  return rank === -1 ? ORDER.length : rank;
}

function toRanked(analysis: Analysis): Ranked {
  const { id, text, given, urgent, intent, painPoints } = analysis;
  const worst = [...painPoints].sort(
    (a, b) => b.severity - a.severity || compareKeys([a.theme ?? "", a.span[0]], [b.theme ?? "", b.span[0]]),
  )[0];
  const response = {
    id,
    text,
    at: given.at ?? null,
    channel: given.channel ?? null,
    urgent,
    intent: intent?.intent ?? null,
    severity: worst?.severity ?? 0,
    theme: worst?.theme ?? null,
    value: given.value ?? null,
  };
  const keys = [urgent ? 0 : 1, rankOf(analysis), -response.severity, -(given.value ?? 0), secondsOf(given.at)];
  // The whole response at last, so that equals but for a detail come out in one order whatever the order of the source.
  return { keys: [...keys, id, JSON.stringify(response)], response };
}

/** Seconds since 1970, a time without an offset taken as of UTC; who gives no date comes last. */
function secondsOf(at: string | undefined): number {
  const moment = at === undefined ? null : readMoment(at);
  if (moment === null) return Number.MAX_VALUE;
  return moment.day * 86_400 + (moment.second ?? 0) - (moment.offset ?? 0) * 60;
}

/** Puts one into a sorted list of at most `most`, found by halving. */
function insert(sorted: Ranked[], ranked: Ranked, most: number): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(sorted[middle]?.keys ?? [], ranked.keys) <= 0) low = middle + 1;
    else high = middle;
  }
  if (low >= most) return;
  sorted.splice(low, 0, ranked);
  if (sorted.length > most) sorted.pop();
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, key] of a.entries()) {
    const other = b[i] ?? "";
    if (key < other) return -1;
    if (key > other) return 1;
  }
  return 0;
}
