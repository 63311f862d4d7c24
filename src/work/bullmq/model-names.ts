import { LANGUAGES } from "../../core/labels.js";
import { createAnalyzer } from "../../meaning/analyzer.js";

let names: readonly string[] | undefined;

/** Names of the models that analyses are made with here, one a language; each ends in a hash of its content. */
export function modelNames(): readonly string[] {
  names ??= LANGUAGES.map((language) => createAnalyzer({ language }).analyze("").model);
  return names;
}
