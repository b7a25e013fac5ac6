import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";

const CLIENT = { id: "console", secret: "a secret that only the two know" };

/**
 * A provider of OpenID Connect on this machine, at which one person is signed in. It is as strict as one should be: a code
 * serves once, for the client that it was issued to, with the verifier whose challenge came first (RFC 7636).
 */
export async function openProvider(person) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  const visits = new Map();
  const provider = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    const answer = await routes[`${request.method} ${pathname}`]?.(searchParams, request);
    if (answer instanceof URL) {
      response.writeHead(302, { location: String(answer) }).end();
    } else {
      response.writeHead(answer === undefined ? 400 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? { error: "invalid_grant" }));
    }
  });
  await new Promise((done) => provider.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${provider.address().port}`;
  const routes = {
    "GET /.well-known/openid-configuration": () => metadata(issuer),
    "GET /jwks": () => ({ keys: [key] }),
    "GET /authorize": (query) => authorize(query, visits),
    "POST /token": async (_, request) => {
      const visit = redeemed(await formOf(request), request.headers.authorization, visits);
      return visit && tokens({ iss: issuer, aud: CLIENT.id, nonce: visit.nonce, ...person }, privateKey);
    },
  };
  const settings = {
    TENANTRY_OIDC_ACME_ID_ISSUER: issuer,
    TENANTRY_OIDC_ACME_ID_CLIENT_ID: CLIENT.id,
    TENANTRY_OIDC_ACME_ID_CLIENT_SECRET: CLIENT.secret,
  };
  return { settings, close: () => provider.close() };
}

function metadata(issuer) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}

/** The person is signed in here, and agrees. */
function authorize(query, visits) {
  const asked = Object.fromEntries(query);
  if (asked.client_id !== CLIENT.id || asked.response_type !== "code" || asked.code_challenge_method !== "S256") {
    return undefined;
  }
  const code = randomUUID();
  visits.set(code, asked);
  const back = new URL(asked.redirect_uri);
  back.search = new URLSearchParams({ code, state: asked.state });
  return back;
}

function redeemed(form, authorization, visits) {
  const visit = visits.get(form.get("code"));
  visits.delete(form.get("code"));
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  const fits =
    authorization === `Basic ${btoa(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret).replaceAll("%20", "+")}`)}` &&
    challenge === visit?.code_challenge &&
    form.get("redirect_uri") === visit.redirect_uri;
  return fits ? visit : undefined;
}

function tokens(claims, key) {
  const now = Math.floor(Date.now() / 1000);
  const content = [
    { alg: "RS256", kid: "one" },
    { ...claims, iat: now, exp: now + 60 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("sha256", Buffer.from(content), key).toString("base64url");
  return { access_token: randomUUID(), token_type: "Bearer", id_token: `${content}.${signature}` };
}

async function formOf(request) {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString());
}
