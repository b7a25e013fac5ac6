import { createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

/** A program that webhooks tell of what happens; it keeps what came, and answers 204. */
export async function openReceiver() {
  const received = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) {
      parts.push(part);
    }
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(204).end();
    server.emit("received");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/hooks`,
    close: () => server.close(),
    /** What came as the nth, from 0; if need be once it has come. */
    nth: async (index) => {
      while (received.length <= index) {
        await once(server, "received");
      }
      return received[index];
    },
  };
}

/** Whether a message was signed with this secret, as Standard Webhooks have it. */
export function isSigned({ headers, body }, secret) {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", key).update(content).digest();
  return headers["webhook-signature"]
    .split(" ")
    .map((signature) => Buffer.from(signature.replace(/^v1,/, ""), "base64"))
    .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
}
