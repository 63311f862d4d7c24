import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { open, readAnswer } from "./service-client.js";

const file = resolve(import.meta.dirname, "../../examples/service/server.ts");
let running: ReturnType<typeof spawn> | undefined;
afterEach(() => {
  running?.kill("SIGKILL");
});

/** Starts the service as a process of its own and gives its address. */
async function start(
  environment: Record<string, string> = {},
): Promise<{ url: string; ended: Promise<number | null> }> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), file], {
    env: { ...process.env, PORT: "0", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  running = child;
  const ended = once(child, "exit").then(([code]) => code);
  const url = await new Promise<string>((settle, fail) => {
    child.stderr.on("data", (chunk) => {
      const found = /listening on (\S+)/.exec(String(chunk))?.[1];
      if (found !== undefined) settle(found);
    });
    child.once("exit", () => fail(new Error("the service ended before it listened")));
  });
  return { url, ended };
}

const line = (text: string): string => `${JSON.stringify({ text })}\n`;

describe("the service as a process", () => {
  it("on SIGTERM finishes the batch under way, takes no other, and ends with code 0", async () => {
    const { url, ended } = await start();
    const { request, response } = open(`${url}/analyze-batch`);
    request.write(line("Great kettle"));
    const answer = await response;
    running?.kill("SIGTERM");
    await expect
      .poll(() =>
        fetch(`${url}/health`).then(
          () => "answered",
          () => "refused",
        ),
      )
      .toBe("refused");
    request.end(line("The lid broke after a week"));
    const { lines } = await readAnswer(answer);
    expect(lines().map(({ text }) => text)).toEqual(["Great kettle", "The lid broke after a week"]);
    expect(await ended).toBe(0);
  });

  it("leaves requests that do not end in time, and says so by code 1", async () => {
    const { url, ended } = await start({ CLOSE_MS: "200" });
    const { request, response } = open(`${url}/analyze-batch`);
    request.on("error", () => undefined);
    request.write(line("Great kettle"));
    (await response).on("error", () => undefined);
    running?.kill("SIGTERM");
    expect(await ended).toBe(1);
  });
});
