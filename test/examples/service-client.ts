import { type ClientRequest, type IncomingMessage, request } from "node:http";

/** An answer that has come to its end. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** The lines of the body as JSON. */
  readonly lines: () => readonly Record<string, unknown>[];
}

/** A batch that is being sent: its request, and its answer from the first byte on. */
export interface OpenBatch {
  readonly request: ClientRequest;
  readonly response: Promise<IncomingMessage>;
}

/** Sends one request and waits for the end of its answer. */
export async function post(url: string, body: string, type = "application/json"): Promise<Answered> {
  const { request, response } = open(url, type);
  request.end(body);
  return await readAnswer(await response);
}

/** Starts a request whose body is written piece by piece. */
export function open(url: string, type = "application/x-ndjson"): OpenBatch {
  const sent = request(url, { method: "POST", headers: { "content-type": type } });
  const response = new Promise<IncomingMessage>((settle, fail) => {
    sent.once("response", settle);
    sent.once("error", fail);
  });
  return { request: sent, response };
}

/** Reads an answer to its end. */
export async function readAnswer(response: IncomingMessage): Promise<Answered> {
  let body = "";
  for await (const chunk of response.setEncoding("utf8")) body += chunk;
  const lines = body.split("\n").filter((line) => line !== "");
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body,
    lines: () => lines.map((line) => JSON.parse(line)),
  };
}
