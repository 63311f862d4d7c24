#!/usr/bin/env node
import { realpathSync } from "node:fs";
import process, { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { runCommand } from "./work/run-command.js";

// Imported by a test or another program, this file does nothing.
const invoked = argv[1];
if (invoked !== undefined && realpathSync(invoked) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runCommand(argv.slice(2));
}
