/**
 * Tells how heavy the entry points without an engine are: `npm run weight`, after `npm run build`.
 *
 * Prints, for each, the size of everything it imports, bundled, minified and compressed, and the median time that a new process
 * takes to import it.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const STARTS = 9;
const root = join(import.meta.dirname, "..");
const LOAD =
  "const started = performance.now(); await import(process.argv[1]); console.log(performance.now() - started);";

const folder = mkdtempSync(join(tmpdir(), "verbatims-weight-"));
for (const entry of ["pattern/metrics/index.js", "pattern/index.js"]) {
  const file = join(root, "dist", entry);
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
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", LOAD, `file://${file}`], { encoding: "utf8" })),
  ).sort((a, b) => a - b);
  const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} kB`;
  const load = `${loads[STARTS >> 1]?.toFixed(1)} ms to import (fastest ${loads[0]?.toFixed(1)})`;
  console.log(`dist/${entry}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gz, ${load}`);
}
rmSync(folder, { recursive: true });
