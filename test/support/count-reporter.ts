import type { Reporter } from "vitest/reporters";

/** Ends a run with one plain line, `N passed, N failed`. A file that could not be run counts as one failure. */
export function countReporter(): Reporter {
  return {
    onTestRunEnd: (modules, errors) => {
      let passed = 0;
      let failed = errors.length;
      for (const module of modules) {
        failed += module.errors().length;
        for (const test of module.children.allTests()) {
          const { state } = test.result();
          if (state === "passed") passed++;
          else if (state === "failed") failed++;
        }
      }
      process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    },
  };
}
