import { VerbatimsError } from "../core/error.js";

/** Codes of errors that do not tell of the input. */
const OTHERS: readonly string[] = ["invalid-option", "unwritable-output"];

/** Puts the input's name in front of an error that tells of its content. */
export function nameInput(error: unknown, name: string): unknown {
  if (!(error instanceof VerbatimsError) || OTHERS.includes(error.code) || error.message.startsWith(`${name}: `))
    return error;
  return new VerbatimsError(error.code, `${name}: ${error.message.replace(/^input: /, "")}`, error.details);
}
