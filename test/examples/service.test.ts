import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { buildService, type Service } from "../../examples/service/build-service.js";
import type { ServiceLimits } from "../../examples/service/service-limits.js";
import { analyze } from "../../src/index.js";
import { open, post, readAnswer } from "./service-client.js";

const services: Service[] = [];
afterEach(async () => {
  for (const { server } of services.splice(0)) await server.close();
});

/** Starts a service on a free port and gives its address. */
async function start(limits: Partial<ServiceLimits> = {}): Promise<string> {
  const service = buildService(limits);
  services.push(service);
  return await service.server.listen({ port: 0, host: "127.0.0.1" });
}

const ndjson = "application/x-ndjson";
const toLines = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("POST /analyze", () => {
  it("answers with the analysis that the library gives", async () => {
    const verbatim = { text: "The invoice was charged twice.", id: "t-9", rating: 2 };
    const { status, body } = await post(`${await start()}/analyze`, JSON.stringify(verbatim));
    expect([status, JSON.parse(body)]).toEqual([200, analyze(verbatim)]);
  });

  it("takes a bare text too", async () => {
    const { body } = await post(`${await start()}/analyze`, '"Kargo çok geç geldi."');
    expect(JSON.parse(body)).toEqual(analyze("Kargo çok geç geldi."));
  });

  it("refuses what is no verbatim with 400 and the library's own words", async () => {
    const { status, body } = await post(`${await start()}/analyze`, '{"text":"Fine","rating":9}');
    expect([status, JSON.parse(body).error]).toEqual([
      400,
      {
        code: "invalid-verbatim",
        field: "rating",
        message: "verbatim.rating: Too big: expected number to be <=5, got 9. Correct the field or leave it out.",
      },
    ]);
  });

  it.each([
    ["a text that is too long", { textChars: 20 }, JSON.stringify({ text: "late ".repeat(5) }), 413],
    ["a bare text that is too long", { textChars: 20 }, JSON.stringify("late ".repeat(5)), 413],
    ["a body that is too large", { bodyBytes: 50 }, JSON.stringify({ text: "late ".repeat(20) }), 413],
    ["a body that is no JSON", {}, "{text", 400],
    ["no object at all", {}, "null", 400],
  ])("refuses %s", async (_, limits, body, expected) => {
    const { status, lines } = await post(`${await start(limits)}/analyze`, body);
    expect([status, typeof lines()[0]?.error]).toEqual([expected, "object"]);
  });
});

describe("POST /analyze-batch", () => {
  it("answers each line with one, in order, and a line that is no verbatim with why", async () => {
    const texts = ["Great kettle", "The lid broke after a week"];
    const body = `${toLines({ text: texts[0] })}\nnonsense\n${toLines({ text: 3 }, { text: texts[1] })}`;
    const answer = await post(`${await start()}/analyze-batch`, body, ndjson);
    const [first, second, third, fourth, ...more] = answer.lines();
    expect([first, fourth, more]).toEqual([analyze(texts[0] ?? ""), analyze(texts[1] ?? ""), []]);
    expect([second, third]).toMatchObject([
      { line: 3, error: { code: "invalid-record" } },
      { line: 4, error: { code: "invalid-verbatim", field: "text" } },
    ]);
  });

  it("answers a line before the next is sent", async () => {
    const { request, response } = open(`${await start()}/analyze-batch`);
    request.write(toLines({ text: "Great kettle" }));
    const answer = await response;
    const [chunk] = await once(answer, "data");
    expect(JSON.parse(String(chunk)).text).toBe("Great kettle");
    request.end(toLines({ text: "The lid broke" }));
    expect((await readAnswer(answer)).lines()).toEqual([analyze("The lid broke")]);
  });

  it("reads no further while nobody takes its answers, and lets go when the client leaves", async () => {
    const url = await start();
    const { request, response } = open(`${url}/analyze-batch`);
    request.on("error", () => undefined);
    // 24 MB of lines whose refusals would fill 1 GB: more than every buffer on the way holds.
    request.write("x\n".repeat(12_000_000));
    const answer = await response;
    answer.on("error", () => undefined);
    const health = async (): Promise<{ busy: number }> => (await fetch(`${url}/health`)).json();
    let unsent = -1;
    // The service has come to a stop where nothing was taken from the client for a while.
    while (unsent !== request.socket?.writableLength) {
      unsent = request.socket?.writableLength ?? 0;
      await wait(300);
    }
    expect(unsent).toBeGreaterThan(1_000_000);
    expect((await health()).busy).toBe(1);
    request.destroy();
    await vi.waitFor(async () => expect((await health()).busy).toBe(0), 10_000);
  });

  it("refuses a line that is too long and goes on with the next", async () => {
    const body = toLines({ text: "late ".repeat(100) }, { text: "Great kettle" });
    const { status, lines } = await post(`${await start({ lineBytes: 100 })}/analyze-batch`, body, ndjson);
    expect([status, ...lines()]).toMatchObject([
      200,
      { line: 1, error: { code: "too-large" } },
      { text: "Great kettle" },
    ]);
  });

  it("refuses a text that is too long and goes on with the next", async () => {
    const body = toLines({ text: "late ".repeat(10) }, { text: "Great kettle" });
    const { lines } = await post(`${await start({ textChars: 20 })}/analyze-batch`, body, ndjson);
    expect(lines()).toMatchObject([{ line: 1, error: { field: "text" } }, { text: "Great kettle" }]);
  });

  it("refuses at once a body that says it is too large", async () => {
    const url = `${await start({ batchBytes: 1000 })}/analyze-batch`;
    const { status, lines } = await post(url, toLines({ text: "late ".repeat(500) }), ndjson);
    expect([status, lines()]).toMatchObject([413, [{ error: { code: "too-large" } }]]);
  });

  it("says so at the end of a body that turns out to be too large", async () => {
    const { request, response } = open(`${await start({ batchBytes: 1000 })}/analyze-batch`);
    request.on("error", () => undefined);
    request.write(toLines({ text: "Great kettle" }));
    const answer = await response;
    request.write(toLines({ text: "late ".repeat(500) }));
    const lines = (await readAnswer(answer)).lines();
    expect(lines).toMatchObject([{ text: "Great kettle" }, { line: null, error: { code: "too-large" } }]);
  });

  it("refuses another content type", async () => {
    expect((await post(`${await start()}/analyze-batch`, '{"text":"Fine"}')).status).toBe(415);
  });
});

describe("the service", () => {
  it("answers 503 with when to try again where as many requests as it takes are under way", async () => {
    const url = await start({ concurrent: 1 });
    const { request, response } = open(`${url}/analyze-batch`);
    request.write(toLines({ text: "Great kettle" }));
    const answer = await response;
    const refused = await post(`${url}/analyze`, '"Great kettle"');
    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "1"]);
    request.end();
    await readAnswer(answer);
    await vi.waitFor(async () => expect((await post(`${url}/analyze`, '"Great kettle"')).status).toBe(200));
  });

  it("is healthy until it is to close", async () => {
    const url = await start();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    services[0]?.drain();
    const { status, body } = await fetch(`${url}/health`).then(async (answer) => ({
      status: answer.status,
      body: await answer.json(),
    }));
    expect([status, body.status]).toEqual([503, "closing"]);
  });

  it("refuses limits that are none", () => {
    expect(() => buildService({ textChars: 0 })).toThrow("textChars: expected a whole number above 0, got 0");
  });
});
