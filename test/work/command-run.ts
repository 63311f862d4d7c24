import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterEach, beforeEach } from "vitest";
import { runCommand } from "../../src/work/run-command.js";

/** What a run of the command gave. */
export interface CommandRun {
  readonly code: number;
  readonly out: string;
  /** `out` as it was written. */
  readonly bytes: Uint8Array;
  readonly err: string;
  /** The lines of `out` as JSON. */
  readonly lines: () => readonly Record<string, unknown>[];
  /** The last line on stderr. */
  readonly last: string;
}

/** Runs the command in this process, with `stdin` as its standard input. */
export async function run(words: readonly string[], stdin: string | Uint8Array = ""): Promise<CommandRun> {
  const [stdout, stderr] = [gather(), gather()];
  const input = Readable.from([typeof stdin === "string" ? Buffer.from(stdin) : stdin]);
  const code = await runCommand(words, { stdin: input, stdout: stdout.stream, stderr: stderr.stream });
  const [out, err] = [stdout.text(), stderr.text()];
  return {
    code,
    out,
    bytes: new Uint8Array(stdout.bytes()),
    err,
    lines: () => readLines(out),
    last: err.trimEnd().split("\n").at(-1) ?? "",
  };
}

/** The values of JSON lines. */
export function readLines(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** A stream that keeps what is written to it. */
function gather(): { stream: Writable; text: () => string; bytes: () => Uint8Array } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const bytes = (): Buffer => Buffer.concat(chunks);
  return { stream, bytes, text: () => bytes().toString("utf8") };
}

/** Gives each test an empty folder: `path` names a file in it, `write` writes one and gives its path. */
export function useFolder(): {
  path: (name: string) => string;
  write: (name: string, content: string | Uint8Array) => string;
} {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verbatims-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
