/** The Turkish lexicon, packed (see src/meaning/pack-lexicon.ts). */
export declare const lexicon: {
  readonly fingerprint: string;
  readonly labels: string;
  readonly keys: string;
  readonly aliases: string;
  readonly strict: string;
  readonly entries: string;
  readonly nodes: string;
};
