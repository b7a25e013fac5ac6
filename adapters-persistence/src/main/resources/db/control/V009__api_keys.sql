-- Keys of tenants, what they are used for, and their tokens that were ended early. Servers of the version before go on beside it:
-- they know nothing of these rows, so that what a tenant has here goes with the tenant by itself.

create table api_key (
    id                 uuid primary key,
    tenant_id          uuid not null references tenant (id) on delete cascade,
    name               text not null check (char_length(name) between 1 and 100),
    -- As RFC 6749, section 3.3, writes them.
    scopes             text not null check (char_length(scopes) <= 5050
                           and scopes ~ '^([a-z][a-z0-9_-]*:[a-z*][a-z0-9_*-]*( [a-z][a-z0-9_-]*:[a-z*][a-z0-9_*-]*)*)?$'),
    -- No foreign key: it outlives the user, as what the audit says does.
    created_by         uuid not null,
    created_at         timestamptz not null,
    expires_at         timestamptz,
    digest             bytea not null check (octet_length(digest) = 32),
    last_four          text not null check (last_four ~ '^[0-9A-Za-z]{4}$'),
    secret_since       timestamptz not null,
    previous_digest    bytea check (octet_length(previous_digest) = 32),
    previous_last_four text check (previous_last_four ~ '^[0-9A-Za-z]{4}$'),
    previous_since     timestamptz,
    previous_until     timestamptz,
    revoked_at         timestamptz,
    unique (id, tenant_id),
    constraint api_key_previous_is_whole check (
        num_nulls(previous_digest, previous_last_four, previous_since, previous_until) in (0, 4))
);

create index api_key_of_tenant on api_key (tenant_id, created_at, id);

create index api_key_of_member on api_key (tenant_id, created_by, created_at, id) where revoked_at is null;

create index api_key_by_creation on api_key (created_at, id);

-- The words of keys' names. In rows of their own, for behind row security an index serves only what is leakproof: comparisons of
-- texts are, the search in a tsvector is not.
create table api_key_word (
    key_id    uuid not null,
    tenant_id uuid not null,
    word      text collate "C" not null,
    primary key (key_id, word),
    foreign key (key_id, tenant_id) references api_key (id, tenant_id) on delete cascade
);

create index api_key_word_search on api_key_word (word, key_id);

-- What a key was used for, altogether. Not in the key's own row: that would be written every second, and whoever changes the key
-- would wait.
create table api_key_use (
    key_id                   uuid primary key,
    tenant_id                uuid not null,
    last_used_at             timestamptz not null,
    requests                 bigint not null check (requests >= 0),
    -- By the secret before the one that was handed out then.
    previous_secret_requests bigint not null check (previous_secret_requests >= 0),
    secret_since             timestamptz not null,
    foreign key (key_id, tenant_id) references api_key (id, tenant_id) on delete cascade
);

-- The same, day by day in UTC.
create table api_key_daily_use (
    key_id    uuid not null,
    tenant_id uuid not null,
    day       date not null,
    requests  bigint not null check (requests >= 0),
    units     bigint not null check (units >= 0),
    primary key (key_id, day),
    foreign key (key_id, tenant_id) references api_key (id, tenant_id) on delete cascade
);

create index api_key_daily_use_by_day on api_key_daily_use (day);

-- What all keys of a tenant used in a month of UTC, named by its first day, and of what percentage of the quota its owners were told.
create table tenant_usage (
    tenant_id       uuid not null references tenant (id) on delete cascade,
    month           date not null check (extract(day from month) = 1),
    units           bigint not null check (units >= 0),
    noticed_percent smallint not null default 0 check (noticed_percent between 0 and 100),
    primary key (tenant_id, month)
);

create index tenant_usage_by_month on tenant_usage (month);

-- Until they would be over by themselves. Of nobody: the ids are random, and who has no such token knows none.
create table revoked_token (
    id         uuid primary key,
    expires_at timestamptz not null
);

create index revoked_token_by_expiry on revoked_token (expires_at);

alter table api_key enable row level security;

alter table api_key force row level security;

create policy api_key_in_scope on api_key
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table api_key_word enable row level security;

alter table api_key_word force row level security;

create policy api_key_word_in_scope on api_key_word
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table api_key_use enable row level security;

alter table api_key_use force row level security;

create policy api_key_use_in_scope on api_key_use
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table api_key_daily_use enable row level security;

alter table api_key_daily_use force row level security;

create policy api_key_daily_use_in_scope on api_key_daily_use
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table tenant_usage enable row level security;

alter table tenant_usage force row level security;

create policy tenant_usage_in_scope on tenant_usage
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

-- A key acts too. Not validated, for what is there satisfied a narrower check: it need not be read from end to end under a lock.
alter table audit_event
    drop constraint audit_event_actor_kind_check,
    add constraint audit_event_actor_kind_check
        check (actor_kind in ('user', 'operator', 'api_key', 'system', 'anonymous')) not valid;
