/** The values that the readings of a verbatim may take. Their meaning is defined in docs/labels.md. */

/** Sentiment of a text toward the company, product or experience, from bad to good. */
export const SENTIMENTS = ["negative", "neutral", "mixed", "positive"] as const;
/** One of {@link SENTIMENTS}. */
export type SentimentLabel = (typeof SENTIMENTS)[number];

/** Stages of the customer journey, in their order. */
export const STAGES = ["awareness", "consideration", "purchase", "use", "support", "loyalty"] as const;
/** One of {@link STAGES}. */
export type Stage = (typeof STAGES)[number];

/** What the writer wants. */
export const INTENTS = ["complaint", "praise", "question", "request", "churn", "recommendation", "statement"] as const;
/** One of {@link INTENTS}. */
export type Intent = (typeof INTENTS)[number];

/** The strongest emotion shown. */
export const EMOTIONS = [
  "satisfaction",
  "delight",
  "excitement",
  "curiosity",
  "trust",
  "confusion",
  "disappointment",
  "frustration",
  "anger",
  "worry",
  "sadness",
] as const;
/** One of {@link EMOTIONS}. */
export type Emotion = (typeof EMOTIONS)[number];

/** How hard the customer had to work. */
export const EFFORTS = ["high", "low"] as const;
/** One of {@link EFFORTS}. */
export type Effort = (typeof EFFORTS)[number];

/** Where customer and company meet. */
export const TOUCHPOINTS = [
  "website",
  "mobile-app",
  "social",
  "email",
  "chat",
  "phone",
  "self-service",
  "store",
  "survey",
] as const;
/** One of {@link TOUCHPOINTS}. */
export type Touchpoint = (typeof TOUCHPOINTS)[number];

/** Languages that are read in full. */
export const LANGUAGES = ["en", "tr"] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** Themes of the default taxonomy `cx`. */
export const THEMES = [
  "quality",
  "features",
  "design",
  "performance",
  "usability",
  "price",
  "billing",
  "ordering",
  "delivery",
  "returns",
  "staff",
  "responsiveness",
  "resolution",
  "account",
  "security",
  "information",
  "cleanliness",
  "location",
  "trust",
  "personalization",
  "channels",
] as const;
/** One of {@link THEMES}. */
export type CxTheme = (typeof THEMES)[number];
