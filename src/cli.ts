#!/usr/bin/env node
import { realpathSync } from "node:fs";
import process, { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { runCommand } from "./work/run-command.js";

// Imported by a test or another program, this file does nothing.
const invoked = argv[1];
if (invoked !== undefined && realpathSync(invoked) === fileURLToPath(import.meta.url)) {
  const stop = new AbortController();
  // The first signal lets the command take its temporary files away; a second one ends it at once.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort(name));
  runCommand(argv.slice(2), process, stop.signal).then((code) => {
    process.exitCode = code;
  });
}
