/** The part of vader-sentiment that is used here; the package brings no types. */
declare module "vader-sentiment" {
  const vader: {
    readonly SentimentIntensityAnalyzer: {
      polarity_scores(text: string): {
        readonly neg: number;
        readonly neu: number;
        readonly pos: number;
        /** From -1 to 1. */
        readonly compound: number;
      };
    };
  };
  export default vader;
}
