-- The control plane: tenants, users, and what signs them in. Keys are UUIDs (version 7) made by the application;
-- an identity column stands only where a number is promised. No trigger: the application writes every timestamp.

create table tenant (
    id            uuid primary key,
    number        bigint generated always as identity unique,
    name          text not null check (char_length(name) between 1 and 100),
    slug          text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,48}[a-z0-9]$'),
    schema_name   text not null unique check (schema_name = 'tenant_' || replace(slug, '-', '_')),
    contact_email text not null check (char_length(contact_email) between 3 and 254),
    status        text not null check (status in ('active', 'inactive', 'suspended')),
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

-- The canonical form of an address is a column of its own, not an index on lower(email): one place decides what is equal.
create table app_user (
    id                    uuid primary key,
    email                 text not null check (char_length(email) between 3 and 254),
    email_canonical       text not null unique check (email_canonical = lower(email collate "C")),
    first_name            text check (char_length(first_name) <= 100),
    last_name             text check (char_length(last_name) <= 100),
    full_name             text not null check (char_length(full_name) <= 201),
    email_verified_at     timestamptz,
    verify_before_sign_in boolean not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null
);

create table credential (
    user_id uuid primary key references app_user (id) on delete cascade,
    hash    text not null,
    version integer not null check (version > 0)
);

create table membership (
    tenant_id    uuid not null references tenant (id),
    user_id      uuid not null references app_user (id),
    role         text not null check (role in ('owner', 'admin', 'member')),
    joined_at    timestamptz not null,
    last_used_at timestamptz,
    primary key (tenant_id, user_id)
);

create index membership_of_user on membership (user_id);

create table tenant_domain (
    host       text primary key check (host ~ '^[a-z0-9.-]{1,253}$'),
    tenant_id  uuid not null references tenant (id),
    is_primary boolean not null,
    created_at timestamptz not null
);

create unique index tenant_domain_one_primary on tenant_domain (tenant_id) where is_primary;

create index tenant_domain_of_tenant on tenant_domain (tenant_id);

create table session (
    id           uuid primary key,
    user_id      uuid not null references app_user (id) on delete cascade,
    kind         text not null check (kind in ('rotating', 'fixed', 'access_only')),
    remember_me  boolean not null,
    address      text,
    user_agent   text check (char_length(user_agent) <= 400),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    idle_millis  bigint not null check (idle_millis > 0),
    expires_at   timestamptz not null,
    ended_at     timestamptz
);

create index session_of_user on session (user_id);

create table refresh_token (
    digest     bytea primary key check (octet_length(digest) = 32),
    session_id uuid not null references session (id) on delete cascade,
    tenant_id  uuid references tenant (id) on delete set null,
    issued_at  timestamptz not null,
    spent_at   timestamptz,
    salt       bytea check (salt is null or spent_at is not null)
);

create index refresh_token_of_session on refresh_token (session_id);

create index refresh_token_of_tenant on refresh_token (tenant_id) where tenant_id is not null;

create index refresh_token_with_salt on refresh_token (spent_at) where salt is not null;

create table one_time_token (
    digest             bytea primary key check (octet_length(digest) = 32),
    purpose            text not null check (purpose in ('verify_email', 'reset_password')),
    user_id            uuid not null references app_user (id) on delete cascade,
    email              text not null,
    credential_version integer not null,
    expires_at         timestamptz not null,
    unique (user_id, purpose)
);

-- The public half is part of the private one: kept beside it in clear, it could be replaced by a stranger's.
create table signing_key (
    kid                text primary key,
    sealed_private_key bytea not null,
    is_first           boolean not null,
    created_at         timestamptz not null
);

-- Of several nodes that make the first key at once, one succeeds.
create unique index signing_key_one_first on signing_key (is_first) where is_first;

create table outbox_mail (
    id             uuid primary key,
    kind           text not null check (kind in ('verify_email', 'reset_password')),
    recipient      text not null,
    recipient_name text not null,
    sealed_token   bytea,
    status         text not null check (status in ('pending', 'sent', 'given_up')),
    tries          integer not null default 0 check (tries >= 0),
    next_try_at    timestamptz not null,
    lease_ends_at  timestamptz,
    last_error     text,
    created_at     timestamptz not null,
    done_at        timestamptz,
    -- The secret lives exactly as long as it is needed.
    check ((status = 'pending') = (sealed_token is not null)),
    check ((status = 'pending') = (done_at is null))
);

create index outbox_mail_pending on outbox_mail (created_at, id) where status = 'pending';

-- Mails that were asked for, for addresses that may be nobody's: gone as soon as it was found out whose they are.
create table mail_request (
    id           uuid primary key,
    kind         text not null,
    email        text not null check (char_length(email) between 3 and 254),
    requested_at timestamptz not null
);

create index mail_request_by_time on mail_request (requested_at, id);
