-- What this installation keeps secret from its database, and needs the same on all servers whatever TENANTRY_SECRET is just now.
create table installation_secret (
    name text primary key,
    sealed_secret bytea not null
);

-- Calls with an Idempotency-Key. Digests are keyed by call and installation_secret: who reads this knows neither caller, key nor body.
-- The answer is encrypted under the call. made is set in the transaction that makes what is asked for.
create table keyed_call (
    digest bytea primary key check (octet_length(digest) = 32),
    attempt uuid not null,
    body_digest bytea not null check (octet_length(body_digest) = 32),
    made boolean not null,
    kept_answer bytea check (kept_answer is null or made),
    lease_ends_at timestamptz not null,
    expires_at timestamptz not null
);

create index keyed_call_by_expiry on keyed_call (expires_at);
