/** Source of the Turkish lexicon: lines of pattern, tab, tags. */
export declare const lexiconSource: string;
