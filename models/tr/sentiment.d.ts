/** The sentiment model, packed (see src/meaning/load-sentiment.ts). */
export declare const sentiment: {
  readonly words: string;
  readonly composition: string;
  readonly sure: number;
  readonly starTemperature: number;
};
