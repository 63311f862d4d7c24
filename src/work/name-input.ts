import { VerbatimsError } from "../core/error.js";

/** Puts the input's name in front of an error that tells of its content. */
export function nameInput(error: unknown, name: string): unknown {
  if (!(error instanceof VerbatimsError) || error.code === "invalid-option" || error.message.startsWith(`${name}: `))
    return error;
  return new VerbatimsError(error.code, `${name}: ${error.message.replace(/^input: /, "")}`, error.details);
}
