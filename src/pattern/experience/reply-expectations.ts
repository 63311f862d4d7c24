/** What customers expect of the time to a reply. */
export interface ReplyExpectation {
  /** Channel, as verbatims name it; `null` for every channel. */
  readonly channel: string | null;
  /** Within how many minutes, above 0. */
  readonly withinMinutes: number;
  /** Share of customers who expect that, 0 to 1; `null` where not known, or for a promise of your own. */
  readonly share: number | null;
  /** Who says so, of whom and when. */
  readonly source: string;
}

const ARISE = "Arise, Google Consumer Survey of more than 1,500 consumers of the United States, January 2017";

/**
 * Published expectations, to be passed to {@link replyTimes} where they fit. There is one survey only, because for other channels no number was
 * found whose question, sample and date are told; your own promise to customers is the better yardstick.
 *
 * Source: Arise 2017, Customer Service Frustrations Series: Social Media Response Times, arise.com. Of those who use social media for service
 * 49.8 % want a reply within an hour and 79.2 % within a day.
 */
export const PUBLISHED_EXPECTATIONS: readonly ReplyExpectation[] = [
  { channel: "social", withinMinutes: 60, share: 0.498, source: ARISE },
  { channel: "social", withinMinutes: 1440, share: 0.792, source: ARISE },
];
