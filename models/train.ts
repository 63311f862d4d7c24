/**
 * Makes everything under models/ that is shipped: `npm run train -- --data <folder>`. Same input, same bytes.
 *
 * `--only lexicon` or `--only models` makes a part; `--language en` or `--language tr` one language's models. The models read the
 * lexicons, and those of meaning read those of sentiment, so that they are to be trained anew when these change.
 */
import { parseArgs } from "node:util";
import { dataFolder } from "../datasets/load.js";
import { LANGUAGES, type Language } from "../src/core/labels.js";
import { buildLexicons } from "./build-lexicon.js";

const { values } = parseArgs({
  options: { data: { type: "string" }, only: { type: "string" }, language: { type: "string" } },
});
const folder = values.data ?? dataFolder();
if (values.only !== "models") buildLexicons(folder);
if (values.only !== "lexicon") {
  const languages = LANGUAGES.filter((language) => values.language === undefined || values.language === language);
  // Each is loaded only now, so that it reads what was just written.
  const { writeSentiment } = await import("./sentiment/write-sentiment.js");
  const unseen = new Map<Language, ReadonlyMap<string, Float64Array>>();
  for (const language of languages) unseen.set(language, await writeSentiment(language, folder));
  const { writeMeaning } = await import("./meaning/write-meaning.js");
  for (const language of languages) await writeMeaning(language, folder, unseen.get(language) ?? new Map());
}
