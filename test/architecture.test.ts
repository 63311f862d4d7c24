import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");

/** Folders of src in `ls` order, which is the order of the data. */
const LAYERS = ["core", "intake", "language", "learning", "meaning", "pattern", "report", "stream", "work"];

/** The one file that may import each third-party library. */
const ADAPTERS: Readonly<Record<string, string>> = { zod: "intake/verbatim.ts", udsv: "intake/csv.ts" };

interface Import {
  readonly file: string;
  readonly from: string;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(source, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => ({
    file,
    from: match[1] ?? "",
  })),
);

const layerOf = (file: string): string => file.split("/")[0] ?? "";

describe("the import law", () => {
  it("looks at every file and finds imports to check", () => {
    expect(files.length).toBeGreaterThan(30);
    expect(imports.filter(({ from }) => from.startsWith(".")).length).toBeGreaterThan(60);
  });

  it("knows every folder of src", () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(LAYERS).toEqual(expect.arrayContaining(folders.map((entry) => entry.name)));
  });

  it("lets a file import from its own folder and from folders above it only", () => {
    const wrong = imports.filter(({ file, from }) => {
      const layer = LAYERS.indexOf(layerOf(file));
      if (!from.startsWith(".") || layer < 0) return false;
      const target = relative(source, resolve(dirname(join(source, file)), from));
      return !target.startsWith("..") && LAYERS.indexOf(layerOf(target)) > layer;
    });
    expect(wrong).toEqual([]);
  });

  it("keeps Node out of everything but work and the command", () => {
    const portable = files.filter((file) => layerOf(file) !== "work" && file !== "cli.ts");
    const imported = imports.filter(({ file, from }) => portable.includes(file) && from.startsWith("node:"));
    const globals = portable.filter((file) =>
      /\b(?:process|Buffer|__dirname)\s*[.[(]/.test(readFileSync(join(source, file), "utf8")),
    );
    expect([...imported, ...globals]).toEqual([]);
  });

  it("imports each third-party library in one file", () => {
    const wrong = imports.filter(({ file, from }) => {
      if (from.startsWith(".") || from.startsWith("node:")) return false;
      return ADAPTERS[from] !== file;
    });
    expect(wrong).toEqual([]);
  });

  it("reads no clock, no chance and no locale outside work, the command and core's seeded random", () => {
    const portable = files.filter((file) => layerOf(file) !== "work" && file !== "cli.ts");
    const wrong = portable.filter((file) =>
      /Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale|performance\.now/.test(
        readFileSync(join(source, file), "utf8"),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
