-- Where tenants want to be told of what happens in them, and what is on its way there.

-- Secrets are sealed as "webhook <id>" in both columns, so that a renewal moves one into the other: whoever encrypts all anew opens and
-- seals sealed_secret and, where there is one, previous_sealed_secret so.
create table webhook (
    id                         uuid primary key,
    tenant_id                  uuid not null references tenant (id),
    url                        text not null check (char_length(url) between 1 and 2000),
    description                text not null check (char_length(description) <= 200),
    -- Words of types, or * alone for all.
    events                     text[] not null check (cardinality(events) <= 100),
    active                     boolean not null,
    sealed_secret              bytea not null,
    previous_sealed_secret     bytea,
    previous_secret_expires_at timestamptz,
    created_at                 timestamptz not null,
    failing_since              timestamptz,
    -- The place of the last event in its line.
    last_place                 bigint not null default 0,
    -- When the first in its line is due; null if there is none.
    next_attempt_at            timestamptz,
    -- Until then the first in its line is somebody's to send.
    lease_ends_at              timestamptz
);

create index webhook_of_tenant on webhook (tenant_id, created_at, id);

create index webhook_due on webhook (next_attempt_at, id) where active and next_attempt_at is not null;

-- What happened is kept as it was, and not as the text that is sent: ids and short words alone.
create table webhook_delivery (
    webhook_id      uuid not null references webhook (id) on delete cascade,
    event_id        uuid not null,
    tenant_id       uuid not null references tenant (id),
    -- In its webhook's line; a replay is a new place at its end.
    place           bigint not null,
    event_type      text not null check (event_type ~ '^[a-z_]{1,40}\.[a-z_]{1,40}$'),
    occurred_at     timestamptz not null,
    actor_kind      text not null check (actor_kind ~ '^[a-z_]{1,40}$'),
    actor_id        uuid,
    subject         uuid,
    target_type     text check (target_type ~ '^[a-z_]{1,40}$'),
    target_id       text check (char_length(target_id) <= 300),
    detail          jsonb not null,
    status          text not null check (status in ('pending', 'delivered', 'failed')),
    attempts        integer not null default 0 check (attempts >= 0),
    last_status     integer,
    last_error      text check (last_error ~ '^[a-z_]{1,40}$'),
    -- When it was put into the line.
    lined_up_at     timestamptz not null,
    next_attempt_at timestamptz,
    delivered_at    timestamptz,
    done_at         timestamptz,
    primary key (webhook_id, event_id),
    check ((target_type is null) = (target_id is null)),
    check ((status = 'pending') = (done_at is null)),
    check ((status = 'pending') = (next_attempt_at is not null))
);

create unique index webhook_delivery_line on webhook_delivery (webhook_id, place) where status = 'pending';

create index webhook_delivery_by_time on webhook_delivery (webhook_id, occurred_at, event_id);

create index webhook_delivery_of_tenant on webhook_delivery (tenant_id);

create index webhook_delivery_done on webhook_delivery (done_at) where done_at is not null;

create index webhook_delivery_waiting on webhook_delivery (lined_up_at) where done_at is null;

alter table webhook enable row level security;

alter table webhook force row level security;

create policy webhook_in_scope on webhook
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table webhook_delivery enable row level security;

alter table webhook_delivery force row level security;

create policy webhook_delivery_in_scope on webhook_delivery
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');
