/**
 * Compiles the lexicons from general word lists (AFINN from the `sentiment` package, VADER's and Hu and Liu's lists from the data
 * folder) and from our own source lists beside this file, which win where they differ. Same input, same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compileLexicon } from "../src/meaning/compile-lexicon.js";
import { packLexicon } from "../src/meaning/pack-lexicon.js";

const here = import.meta.dirname;

// The package's types do not name this file: an object from word to whole score, -5 to 5.
const afinn = createRequire(import.meta.url)("sentiment/languages/en/labels.json") as Readonly<Record<string, number>>;

/** Word lists that are read from the data folder, with the first 12 digits of their SHA-256. */
const LISTS = {
  vader: { file: "vader_lexicon.txt", sha256: "ec636f884f36" },
  positive: { file: "huliu_opinion_positive.txt", sha256: "e2c03013fc85" },
  negative: { file: "huliu_opinion_negative.txt", sha256: "6d018f3af5fc" },
} as const;

function readList(folder: string, list: keyof typeof LISTS): string[] {
  const { file, sha256 } = LISTS[list];
  const bytes = readFileSync(join(folder, "lexicons", "en", file));
  const found = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  if (found !== sha256) throw new Error(`${file}: expected SHA-256 ${sha256}…, got ${found}…. Fetch the list again.`);
  // Hu and Liu's files are Latin-1; VADER's is ASCII.
  return bytes.toString("latin1").split(/\r?\n/);
}

/** Hu and Liu mark polarity only: their words get the mean strength of the words that VADER shares with them. */
const HU_LIU_VALENCE = 1.8;

/** Averages the three general lists into one valence a word, on VADER's scale of -4 to 4. */
function mergeGeneralLists(folder: string): Map<string, number> {
  const found = new Map<string, number[]>();
  const note = (word: string, valence: number): void => {
    // Only plain words: phrases and faces are in our own lists.
    if (/^[a-z][a-z'-]+$/.test(word)) found.set(word, [...(found.get(word) ?? []), valence]);
  };
  for (const [word, score] of Object.entries(afinn)) note(word, score * 0.8);
  for (const line of readList(folder, "vader")) {
    const [word = "", mean = ""] = line.split("\t");
    note(word, Number(mean));
  }
  for (const word of readList(folder, "positive")) note(word, HU_LIU_VALENCE);
  for (const word of readList(folder, "negative")) note(word, -HU_LIU_VALENCE);
  const merged = new Map<string, number>();
  for (const word of [...found.keys()].sort()) {
    const values = found.get(word) ?? [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Lists that contradict each other say nothing.
    if (Math.abs(mean) >= 0.4) merged.set(word, Math.round(mean * 10) / 10);
  }
  return merged;
}

/** Reads our own lists of a folder in a fixed order, without comments and blank lines. */
function readOwnLists(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !line.startsWith("# ") && line !== "#");
}

/** The types that stand beside a packed lexicon; written out, since no source file may depend on a made one's types. */
function declaration(language: "en" | "tr"): string {
  const name = language === "en" ? "English" : "Turkish";
  const fields = ["fingerprint", "labels", "keys", "aliases", "strict", "entries", "nodes"];
  return `/** The ${name} lexicon, packed (see src/meaning/pack-lexicon.ts). */
export declare const lexicon: {
${fields.map((field) => `  readonly ${field}: string;`).join("\n")}
};
`;
}

function writeLexicon(language: "en" | "tr", lines: readonly string[]): void {
  const source = lines.join("\n");
  const lexicon = compileLexicon(source, language);
  const folder = join(here, language);
  mkdirSync(folder, { recursive: true });
  const comment = "// Made by `npm run train`; do not edit. Sources and licences: CARD.md beside this file.\n";
  const packed = JSON.stringify(packLexicon(lexicon), null, 2);
  writeFileSync(join(folder, "lexicon.js"), `${comment}export const lexicon = ${packed};\n`);
  writeFileSync(join(folder, "lexicon.d.ts"), declaration(language));
  console.log(
    `${language}: ${lines.length} lines, ${lexicon.entries.length} nodes, fingerprint ${lexicon.fingerprint}`,
  );
}

/** Compiles the lexicons of both languages and writes them beside their sources. */
export function buildLexicons(dataFolder: string): void {
  const faces = readOwnLists(join(here, "common/source"));
  const general = [...mergeGeneralLists(dataFolder)].map(([word, valence]) => `${word}\tv=${valence}`);
  writeLexicon("en", [...faces, ...general, ...readOwnLists(join(here, "en/source"))]);
  writeLexicon("tr", [...faces, ...readOwnLists(join(here, "tr/source"))]);
}
