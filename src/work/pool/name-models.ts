import { LANGUAGES } from "../../core/labels.js";
import { createAnalyzer } from "../../meaning/analyzer.js";

/** The fingerprints of the models that texts are read with, as analyses carry them. */
export function nameModels(): string[] {
  return LANGUAGES.map((language) => createAnalyzer({ language }).analyze("").model);
}
