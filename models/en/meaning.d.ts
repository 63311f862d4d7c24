/** The meaning model, packed (see src/meaning/load-meaning.ts). */
export declare const meaning: {
  readonly vectors: { readonly dims: number; readonly hashes: string; readonly values: string };
  readonly words: string;
  readonly features: string;
  readonly temperatures: {
    readonly themes: number;
    readonly stage: number;
    readonly intent: number;
    readonly emotion: number;
    readonly effort: number;
    readonly urgent: number;
  };
  readonly pain: string;
};
