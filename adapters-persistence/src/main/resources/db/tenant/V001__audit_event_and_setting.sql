-- A tenant's own tables. Few, for every tenant has them.

create table audit_event (
    id          uuid primary key,
    occurred_at timestamptz not null,
    actor_id    uuid,
    action      text not null,
    subject     text,
    detail      jsonb not null default '{}'
);

create index audit_event_by_time on audit_event (occurred_at, id);

create table setting (
    key        text primary key,
    value      jsonb not null,
    updated_at timestamptz not null
);
