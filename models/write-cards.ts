/**
 * Writes the model cards: `npm run cards -- [--data <folder>]`. Numbers come from the last training, `npm run eval` and `npm run bench`; what
 * is written by hand stands in `<language>/card-notes.md`.
 */
import { parseArgs } from "node:util";
import { writeCards } from "./cards/write-cards.js";

const { values } = parseArgs({ options: { data: { type: "string" } } });
await writeCards({ folder: values.data });
