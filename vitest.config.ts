import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { blockModules } from "./test/docs/block-modules.js";
import { countReporter } from "./test/support/count-reporter.js";

const { exports } = JSON.parse(readFileSync(resolve(import.meta.dirname, "package.json"), "utf8"));

/** Each entry point of the package, as documentation and users name it, and its source. */
const entryPoints = Object.entries(exports).flatMap(([name, target]) => {
  const built = JSON.stringify(target).match(/"types":"\.\/dist\/(.+)\.d\.ts"/)?.[1];
  const source = resolve(import.meta.dirname, `src/${built}.ts`);
  return built === undefined ? [] : [{ find: new RegExp(`^verbatims${name.slice(1)}$`), replacement: source }];
});

export default defineConfig({
  plugins: [blockModules()],
  resolve: { alias: entryPoints },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"], ignoreSourceErrors: true },
    reporters: ["default", countReporter()],
  },
});
