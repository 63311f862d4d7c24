import { createRandom } from "../../src/core/random.js";
import type { LabelledText } from "../../src/learning/labelled-text.js";

/** What customers of an invented shop write about, by label: openings, and what happened. */
const TICKETS = {
  billing: ["charged twice for order", "wrong amount on my invoice", "card was billed again", "fatura yanlış kesilmiş"],
  delivery: ["parcel never arrived", "courier left it in the rain", "tracking has not moved", "kargo hâlâ gelmedi"],
  returns: ["want my money back", "how do I send it back", "refund still missing", "iade talebim reddedildi"],
  account: ["cannot log in", "password reset mail never comes", "app signs me out", "hesabıma giremiyorum"],
} as const;
const OPENINGS = ["Hi,", "Hello there.", "For the second time:", "Please help!", "Merhaba,", "Honestly,"];
const ENDINGS = ["Thanks.", "Any news?", "It is urgent!!", "I will not order again.", "Teşekkürler.", "Best, Ada"];

export type TicketLabel = keyof typeof TICKETS;
// Object.keys widens the keys it lists.
export const TICKET_LABELS = Object.keys(TICKETS).sort() as TicketLabel[];

export interface Ticket {
  readonly text: string;
  readonly label: TicketLabel;
}

/** Makes labelled tickets, no two of them alike. */
export function makeTickets(count: number, seed = 7): Ticket[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, n) => {
    const label = pick(TICKET_LABELS);
    return { text: `${pick(OPENINGS)} ${pick(TICKETS[label])} (${n * 37 + 1001}). ${pick(ENDINGS)}`, label };
  });
}

/** Tickets about one or two things, or about none. */
export function makeMixedTickets(count: number, seed = 7): LabelledText<TicketLabel>[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const labels = TICKET_LABELS.filter(() => random() < 0.35);
    const told = labels.map((label) => TICKETS[label][Math.floor(random() * 4)] ?? "");
    return {
      text: `Ticket ${n * 37 + 1001}: ${told.length === 0 ? "just saying hello" : told.join(" and ")}.`,
      labels,
    };
  });
}

const STARS: Readonly<Record<string, readonly string[]>> = {
  "1": ["awful, broken on arrival", "worst kettle ever", "berbat, çöpe attım"],
  "2": ["disappointing and weak", "not worth the money", "beklentimin altında"],
  "3": ["okay for the price", "neither good nor bad", "idare eder"],
  "4": ["good, a bit loud", "happy with it mostly", "güzel, biraz sesli"],
  "5": ["perfect, love it", "best kettle I ever had", "harika, bayıldım"],
};
export const STAR_LABELS = ["1", "2", "3", "4", "5"] as const;

/** Reviews with their stars; one in eight has the stars of a neighbour, as people rate. */
export function makeReviews(count: number, seed = 7): LabelledText<(typeof STAR_LABELS)[number]>[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const meant = Math.floor(random() * 5);
    const given = random() < 0.125 ? Math.max(0, Math.min(4, meant + (random() < 0.5 ? -1 : 1))) : meant;
    const told = STARS[STAR_LABELS[meant] ?? "3"]?.[Math.floor(random() * 3)] ?? "";
    return { text: `${told}, bought it ${n + 1} days ago`, label: STAR_LABELS[given] ?? "3" };
  });
}
