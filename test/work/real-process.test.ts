import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { useFolder } from "./command-run.js";

const cli = resolve(import.meta.dirname, "../../src/cli.ts");
const folder = useFolder();

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** The command as a process of its own, run from its source. */
function start(words: readonly string[]): { child: ReturnType<typeof spawn>; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), cli, ...words], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  // The command may end before it has read all that it is given.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<Ended>((settle) => {
    child.on("close", (code, signal) => {
      settle({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
  return { child, ended };
}

/** Waits until the stream has said something that holds `words`, or ends. */
async function waitFor(stream: NodeJS.ReadableStream | null, words: string): Promise<void> {
  let heard = "";
  await new Promise<void>((done) => {
    stream?.on("end", done);
    stream?.on("data", (chunk) => {
      heard += chunk;
      if (heard.includes(words)) done();
    });
  });
}

describe("the command as a process", () => {
  it("gives its exit code, results on stdout and words on stderr, without progress in a pipe", async () => {
    const { code, out, err } = await start(["analyze", folder.write("a.csv", "text,stars\nFine,5\nBad,9\n")]).ended;
    expect(code).toBe(1);
    expect(JSON.parse(out).text).toBe("Fine");
    expect(err).not.toContain("\r");
    expect(err.trimEnd().split("\n").at(-1)).toBe("verbatims: rows: 2 read, 1 written, 1 rejected");
  });

  it("ends quietly when the reader of its output goes away, as head does", async () => {
    const file = folder.write("a.csv", `text\n${"The courier left the parcel in the rain\n".repeat(20_000)}`);
    const { child, ended } = start(["analyze", file]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, err } = await ended;
    expect([code, err]).toEqual([0, 'verbatims: read as CSV: text ← "text" (guessed)\n']);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("on %s stops, leaves no half file and what was there before, with code %i", async (signal, exit) => {
    const out = folder.write("scored.jsonl", "from yesterday\n");
    const { child, ended } = start(["analyze", "-", "--out", out]);
    const mapped = waitFor(child.stderr, "read as CSV");
    child.stdin?.write(`text\n${"The courier was late\n".repeat(1000)}`);
    await mapped;
    child.kill(signal);
    const { code, err } = await ended;
    expect([code, err.trimEnd().split("\n").at(-1)]).toEqual([exit, "verbatims: stopped before the end"]);
    expect(readFileSync(out, "utf8")).toBe("from yesterday\n");
    expect(readdirSync(folder.path("."))).toEqual(["scored.jsonl"]);
  });

  it("lets go of a standard input that it cannot read, though more would come", async () => {
    const { child, ended } = start(["analyze", "-"]);
    child.stdin?.write(`stars,city\n${"5,Izmir\n".repeat(1000)}`);
    const { code, err } = await ended;
    expect([code, err.includes("--text <column>")]).toEqual([2, true]);
  });

  it("refuses standard input that is redirected from the file it would write to", async () => {
    const file = folder.write("a.csv", "text\nFine\n");
    const shell = spawn("sh", [
      "-c",
      `exec "$0" --import "$1" "$2" analyze - --out "$3" <"$3"`,
      process.execPath,
      import.meta.resolve("tsx"),
      cli,
      file,
    ]);
    const code = await new Promise((settle) => shell.on("close", settle));
    expect([code, readFileSync(file, "utf8")]).toEqual([2, "text\nFine\n"]);
  });
});
