import { Readable } from "node:stream";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { createAnalyzer, VERSION } from "verbatims";
import { answerBatch } from "./answer-batch.js";
import { checkLength, toAnswer } from "./service-errors.js";
import { readLimits, type ServiceLimits } from "./service-limits.js";

/** A service that is ready to listen. */
export interface Service {
  readonly server: FastifyInstance;
  /** Makes /health answer 503, so that a load balancer sends no more; all else goes on. */
  readonly drain: () => void;
}

/**
 * Builds the HTTP service: `POST /analyze` (one verbatim), `POST /analyze-batch` (NDJSON in, NDJSON out, streaming) and
 * `GET /health`. `server.close()` refuses new requests and waits for those under way.
 */
export function buildService(given: Partial<ServiceLimits> = {}): Service {
  const limits = readLimits(given);
  const analyzer = createAnalyzer();
  // The models are loaded before the first request, not by it.
  for (const text of ["Works", "Güzel"]) analyzer.analyze(text);
  const server = Fastify({
    bodyLimit: limits.bodyBytes,
    connectionTimeout: limits.idleMs,
    forceCloseConnections: "idle",
  });
  let draining = false;
  let closing = false;
  let busy = 0;

  /** Takes a place for a request until its answer is sent or its client has gone. */
  const takePlace = async ({ raw: { socket } }: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (busy >= limits.concurrent) {
      const message = `requests: expected at most ${limits.concurrent} at a time, got one more. Try again in a second.`;
      return reply
        .code(503)
        .header("retry-after", "1")
        .send({ error: { code: "busy", message } });
    }
    busy++;
    reply.raw.once("close", () => {
      busy--;
      // Node closes connections that are idle when it is told to close, and would wait for one that becomes idle after that.
      if (closing) socket.destroySoon();
    });
    return undefined;
  };

  server.addHook("preClose", async () => {
    closing = true;
  });
  server.setErrorHandler((error, _, reply) => {
    const { status, ...told } = toAnswer(error);
    return reply.code(status).send({ error: told });
  });
  // The body stays a stream: it is read line by line, as fast as its answers are taken.
  server.addContentTypeParser("application/x-ndjson", (_, payload, done) => done(null, payload));

  server.get("/health", (_, reply) =>
    reply.code(draining ? 503 : 200).send({ status: draining ? "closing" : "ok", version: VERSION, busy }),
  );

  server.post("/analyze", { onRequest: takePlace }, async ({ body }) => {
    checkLength(body, limits.textChars);
    // Anything that is no verbatim is refused by the analyzer itself.
    return analyzer.analyze(body as string);
  });

  server.post("/analyze-batch", { onRequest: takePlace }, async ({ raw, headers }, reply) => {
    if (!String(headers["content-type"]).startsWith("application/x-ndjson")) return refuseType(reply);
    if (Number(headers["content-length"] ?? 0) > limits.batchBytes) return refuseSize(reply, limits.batchBytes);
    // What is left of a body that was not read to its end is not waited for. (A reader that leaves takes the socket off `raw`.)
    const { socket } = raw;
    reply.raw.once("finish", () => raw.complete || socket.destroySoon());
    const lines = answerBatch(raw, analyzer, limits);
    return reply.type("application/x-ndjson").send(Readable.from(lines, { highWaterMark: 1 }));
  });
  return {
    server,
    drain: () => {
      draining = true;
    },
  };
}

function refuseType(reply: FastifyReply): FastifyReply {
  const message = "content-type: expected application/x-ndjson, got another. Send one JSON object a line.";
  return reply.code(415).send({ error: { code: "media-type", message } });
}

function refuseSize(reply: FastifyReply, most: number): FastifyReply {
  const message = `body: expected at most ${most} bytes, got more. Send it in parts.`;
  return reply
    .code(413)
    .header("connection", "close")
    .send({ error: { code: "too-large", message } });
}
