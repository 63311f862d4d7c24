/**
 * Makes everything under models/ that is shipped: `npm run train -- --data <folder>`. Same input, same bytes.
 *
 * `--only lexicon` or `--only sentiment` makes a part; `--language en` or `--language tr` one language's sentiment. The sentiment models read the
 * lexicons, so that they are to be trained anew when these change.
 */
import { parseArgs } from "node:util";
import { dataFolder } from "../datasets/load.js";
import { LANGUAGES } from "../src/core/labels.js";
import { buildLexicons } from "./build-lexicon.js";

const { values } = parseArgs({
  options: { data: { type: "string" }, only: { type: "string" }, language: { type: "string" } },
});
const folder = values.data ?? dataFolder();
if (values.only !== "sentiment") buildLexicons(folder);
if (values.only !== "lexicon") {
  // Loaded now, so that it reads the lexicons that were just written.
  const { writeSentiment } = await import("./sentiment/write-sentiment.js");
  for (const language of LANGUAGES) {
    if (values.language === undefined || values.language === language) await writeSentiment(language, folder);
  }
}
