/**
 * Bundles the library: `npm run build`, which lets tsc write the types beside it.
 *
 * Each entry point of package.json becomes one file of `dist`, and what several of them need becomes chunks that they share, so
 * that an entry point loads few files and nothing that it has no use for. All of them lie in `dist` itself: a path from there
 * is right in whichever of them the bundler puts a module.
 */
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

const root = import.meta.dirname;
const out = join(root, "dist");
const { exports, bin, dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Libraries whose used parts are bundled: most of the time to load Zod goes to parts that are not used, such as its languages. */
const BUNDLED = ["zod"];

/** Source of each file of `dist`, by its name: the entry points, told by their types, the commands, and what runs in a thread. */
const ENTRIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.values<string | { types: string; default: string }>(exports)
      .filter((target) => typeof target !== "string")
      .map(({ types, default: file }) => [nameOf(file), types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "src/$1.ts")]),
  ),
  ...Object.fromEntries(Object.keys(bin).map((name) => [nameOf(bin[name]), `src/${nameOf(bin[name])}.ts`])),
  "score-thread": "src/work/pool/score-thread.ts",
};

function nameOf(file: string): string {
  return file.replace(/^\.\/dist\/(.*)\.js$/, "$1");
}

/** Path from `dist` of a file that a source names relative to itself. */
function fromDist(folder: string, path: string): string {
  const target = resolve(folder, path);
  const source = relative(root, target.replace(/\.js$/, ".ts")).replaceAll("\\", "/");
  const entry = Object.keys(ENTRIES).find((name) => ENTRIES[name] === source);
  return entry === undefined ? relative(out, target).replaceAll("\\", "/") : `./${entry}.js`;
}

/** Lets the bundled files find what stays a file of its own, from where they lie: models, data, the thread. */
const filesBeside: Plugin = {
  name: "files-beside",
  setup(bundler) {
    bundler.onResolve({ filter: /^\..*\/models\// }, ({ path, resolveDir }) => ({
      path: fromDist(resolveDir, path),
      external: true,
    }));
    bundler.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /new URL\("(\.[^"]+)", import\.meta\.url\)/g,
        (_, file) => `new URL("${fromDist(dirname(path), file)}", import.meta.url)`,
      ),
      loader: "ts",
    }));
  },
};

rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "es2023",
  chunkNames: "[name]-[hash]",
  external: Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => !BUNDLED.includes(name)),
  plugins: [filesBeside],
  // The same bytes wherever the libraries lie: notes in the bundles name their files.
  preserveSymlinks: true,
  logLevel: "warning",
});
for (const name of BUNDLED) copyFileSync(join(root, "node_modules", name, "LICENSE"), join(out, `LICENSE-${name}`));
