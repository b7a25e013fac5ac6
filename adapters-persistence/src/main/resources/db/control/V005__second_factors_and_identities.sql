-- By what else a user is known: a code generator and codes for recovery, passkeys, accounts at providers; and the visits
-- that are under way with them. All of it goes with its user. What a caller must show again is kept as SHA-256 alone.

create table totp (
    user_id       uuid primary key references app_user (id) on delete cascade,
    sealed_secret bytea not null,
    created_at    timestamptz not null,
    confirmed_at  timestamptz,
    last_step     bigint not null
);

create table recovery_code (
    user_id    uuid not null references app_user (id) on delete cascade,
    digest     bytea not null check (octet_length(digest) = 32),
    created_at timestamptz not null,
    primary key (user_id, digest)
);

create table mfa_challenge (
    digest             bytea primary key check (octet_length(digest) = 32),
    user_id            uuid not null references app_user (id) on delete cascade,
    credential_version integer not null check (credential_version >= 0),
    kind               text not null check (kind in ('rotating', 'fixed', 'access_only')),
    tenant_id          uuid references tenant (id) on delete cascade,
    remember_me        boolean not null,
    tries_left         integer not null check (tries_left >= 0),
    expires_at         timestamptz not null
);

create index mfa_challenge_of_user on mfa_challenge (user_id);

create index mfa_challenge_of_tenant on mfa_challenge (tenant_id) where tenant_id is not null;

create index mfa_challenge_by_expiry on mfa_challenge (expires_at);

-- A credential id has 1023 bytes at most (WebAuthn Level 3, section 4): 1364 characters of base64url.
create table passkey (
    id              uuid primary key,
    user_id         uuid not null references app_user (id) on delete cascade,
    name            text not null check (char_length(name) between 1 and 100),
    credential_id   text not null unique check (char_length(credential_id) between 1 and 1364),
    public_key      text not null check (char_length(public_key) <= 8192),
    signature_count bigint not null check (signature_count >= 0),
    transports      text[] not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);

create index passkey_of_user on passkey (user_id);

create table ceremony (
    digest     bytea primary key check (octet_length(digest) = 32),
    purpose    text not null check (purpose in ('registration', 'sign_in')),
    user_id    uuid references app_user (id) on delete cascade,
    request    text not null,
    expires_at timestamptz not null,
    check (user_id is not null or purpose = 'sign_in')
);

create index ceremony_of_user on ceremony (user_id) where user_id is not null;

create index ceremony_by_expiry on ceremony (expires_at);

-- Issuer and subject are compared byte by byte: only together, and exactly as the provider gave them, do they name a person.
create table linked_identity (
    id           uuid primary key,
    user_id      uuid not null references app_user (id) on delete cascade,
    provider     text not null check (provider ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    issuer       text collate "C" not null check (char_length(issuer) <= 255),
    subject      text collate "C" not null check (char_length(subject) <= 255),
    email        text check (char_length(email) <= 254),
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    unique (issuer, subject)
);

create index linked_identity_of_user on linked_identity (user_id);

create table provider_authorization (
    state_digest         bytea primary key check (octet_length(state_digest) = 32),
    browser_digest       bytea not null check (octet_length(browser_digest) = 32),
    provider             text not null check (provider ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    user_id              uuid references app_user (id) on delete cascade,
    sealed_nonce         bytea not null,
    sealed_code_verifier bytea not null,
    expires_at           timestamptz not null
);

create index provider_authorization_of_user on provider_authorization (user_id) where user_id is not null;

create index provider_authorization_by_expiry on provider_authorization (expires_at);
