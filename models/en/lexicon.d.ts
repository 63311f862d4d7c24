/** Source of the English lexicon: lines of pattern, tab, tags. */
export declare const lexiconSource: string;
