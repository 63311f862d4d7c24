/**
 * Tells how heavy the entry points without an engine are: `npm run weight`, after `npm run build`.
 *
 * Prints, for each, the size of everything it imports, bundled, minified and compressed, and the median time that a new process
 * takes to import it.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const STARTS = 9;
const root = join(import.meta.dirname, "..");
const LOAD =
  "const started = performance.now(); await import(process.argv[1]); console.log(performance.now() - started);";

/** What is bundled: the file that is imported, or one function of it. */
const BUNDLED = [
  { name: "verbatims/metrics", entry: "metrics.js", only: null },
  { name: "nps of verbatims/metrics", entry: "metrics.js", only: "nps" },
  { name: "verbatims/summary", entry: "summary.js", only: null },
];

const folder = mkdtempSync(join(tmpdir(), "verbatims-weight-"));
for (const { name, entry, only } of BUNDLED) {
  const built = join(root, "dist", entry);
  const file = only === null ? built : join(folder, `${only}.js`);
  if (only !== null) writeFileSync(file, `export { ${only} } from ${JSON.stringify(built)};\n`);
  const bundle = join(folder, "bundle.js");
  execFileSync(
    join(root, "node_modules/.bin/bun"),
    ["build", file, "--minify", "--target=browser", `--outfile=${bundle}`],
    {
      stdio: "pipe",
    },
  );
  const bytes = readFileSync(bundle);
  const loads = Array.from({ length: STARTS }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "-e", LOAD, `file://${built}`], { encoding: "utf8" }),
    ),
  ).sort((a, b) => a - b);
  const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} kB`;
  const load = `${loads[STARTS >> 1]?.toFixed(1)} ms to import (fastest ${loads[0]?.toFixed(1)})`;
  console.log(`${name}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gz, ${load}`);
}
rmSync(folder, { recursive: true });
