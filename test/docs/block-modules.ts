import type { Plugin } from "vitest/config";
import { type CodeBlock, listExamples, listMarkdownBlocks, toModule } from "./code-blocks.js";

const FOLDER = "/code-blocks/";

/** The name that a block of the documentation is imported by. */
export function moduleOf({ file, line }: CodeBlock): string {
  return `${FOLDER}${file}:${line}.ts`;
}

/** Lets tests import the blocks of the documentation as modules, in TypeScript, without writing them anywhere. */
export function blockModules(): Plugin {
  return {
    name: "code-blocks",
    resolveId: (id) => (id.startsWith(FOLDER) ? id : null),
    load: (id) => {
      if (!id.startsWith(FOLDER)) return null;
      const block = [...listMarkdownBlocks(), ...listExamples()].find((candidate) => moduleOf(candidate) === id);
      return block === undefined ? null : toModule(block);
    },
  };
}
