/** Counts of a summary that speak to an attribute. */
export type AttributeSource =
  /** A theme, by its own sentiment; within a stage where one is named. */
  | { readonly theme: string; readonly stage?: string }
  /** A touchpoint, by the sentiment of the verbatims that tell of it. */
  | { readonly touchpoint: string }
  /** Effort told: low speaks for, high against. */
  | { readonly effort: true };

/** An outward attribute of an experience, and what speaks to it. */
export interface ExperienceAttribute {
  readonly attribute: string;
  /** What a customer would say of it. */
  readonly meaning: string;
  readonly sources: readonly AttributeSource[];
}

/**
 * Nine outward attributes of a customer experience that writing on customer experience names again and again, and what of the default taxonomy
 * speaks to each. The attributes are common property and no one source is claimed for them; which themes, touchpoints and effort speak to which
 * is this project's judgement, made from the definitions in docs/labels.md. A theme may speak to two attributes. Pass a table of your
 * own to {@link scoreExperience} for another taxonomy or another judgement.
 */
export const EXPERIENCE_ATTRIBUTES: readonly ExperienceAttribute[] = [
  {
    attribute: "relevance",
    meaning: "What is offered is what I need.",
    sources: [{ theme: "features" }, { theme: "information", stage: "consideration" }],
  },
  {
    attribute: "authenticity",
    meaning: "They are honest, and what they say of themselves is true.",
    sources: [{ theme: "trust" }, { theme: "information", stage: "awareness" }],
  },
  {
    attribute: "consistency",
    meaning: "It is the same wherever I come, and one part knows what the other does.",
    sources: [{ theme: "channels" }],
  },
  {
    attribute: "convenience",
    meaning: "Buying, reaching and giving back fit into my day.",
    sources: [{ theme: "ordering" }, { theme: "location" }, { theme: "returns" }],
  },
  {
    attribute: "ease",
    meaning: "It costs me no effort.",
    sources: [{ theme: "usability" }, { effort: true }],
  },
  {
    attribute: "speed",
    meaning: "I do not wait.",
    sources: [{ theme: "performance" }, { theme: "delivery" }, { theme: "responsiveness" }],
  },
  {
    attribute: "personalisation",
    meaning: "They know me.",
    sources: [{ theme: "personalization" }],
  },
  {
    attribute: "access over channels",
    meaning: "I reach them by the channel I choose.",
    sources: [
      { touchpoint: "website" },
      { touchpoint: "mobile-app" },
      { touchpoint: "social" },
      { touchpoint: "email" },
      { touchpoint: "chat" },
      { touchpoint: "phone" },
      { touchpoint: "self-service" },
      { touchpoint: "store" },
    ],
  },
  {
    attribute: "clear way to a solution",
    meaning: "When something is wrong I know what to do, and it gets solved.",
    sources: [
      { theme: "resolution" },
      { theme: "information", stage: "support" },
      { theme: "staff", stage: "support" },
    ],
  },
];
