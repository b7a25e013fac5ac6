-- The whole life of an account. Servers of the version before go on beside it: nothing that they use is dropped or renamed,
-- and what they do not name has a default.

alter table app_user add column operator boolean not null default false;

alter table session add column second_factor boolean not null default false;

-- When a session is over, or will be if it is not used again. In UTC, for only so is it immutable.
create index session_by_end on session (
    least(ended_at at time zone 'UTC', expires_at at time zone 'UTC',
          (last_used_at at time zone 'UTC') + idle_millis * interval '1 millisecond'));

alter table one_time_token drop constraint one_time_token_purpose_check;

alter table one_time_token add constraint one_time_token_purpose_check
    check (purpose in ('verify_email', 'reset_password', 'confirm_email'));

create index one_time_token_by_expiry on one_time_token (expires_at);

-- Kinds are left to the application: each version claims those that it knows.
alter table outbox_mail
    drop constraint outbox_mail_kind_check,
    drop constraint outbox_mail_check,
    add column sealed_details bytea,
    add column locale text not null default 'en',
    add column timezone text not null default 'UTC',
    add constraint outbox_mail_kind_is_word check (kind ~ '^[a-z_]{1,40}$'),
    add constraint outbox_mail_token_is_erased check (status = 'pending' or sealed_token is null),
    -- The version before sends mails of these two kinds, and erases nothing that it does not know.
    add constraint outbox_mail_details_are_erased check (
        status = 'pending' or sealed_details is null or kind in ('verify_email', 'reset_password'));

create index outbox_mail_done on outbox_mail (done_at) where done_at is not null;

create index outbox_mail_given_up on outbox_mail (id) where status = 'given_up';

-- By the form in which addresses are compared, to find those of a user who is erased.
create index outbox_mail_of_recipient on outbox_mail (lower(recipient collate "C"));

-- What a user says of themselves; no row if nothing.
create table profile (
    user_id         uuid primary key references app_user (id) on delete cascade,
    phone           text check (char_length(phone) <= 20),
    timezone        text not null,
    locale          text not null,
    product_news    boolean not null,
    invitation_mail boolean not null,
    preferences     text not null check (octet_length(preferences) <= 4096)
);

-- Beside the profile, not in it: that is read at each request, a picture seldom.
create table avatar (
    user_id uuid primary key references app_user (id) on delete cascade,
    tag     text not null check (tag ~ '^[0-9a-f]{16}$'),
    png     bytea not null check (octet_length(png) <= 1048576)
);

-- A PNG is compressed already.
alter table avatar alter column png set storage external;

create table known_device (
    user_id      uuid not null references app_user (id) on delete cascade,
    address      text not null check (char_length(address) <= 60),
    program      text not null check (char_length(program) <= 400),
    last_seen_at timestamptz not null,
    primary key (user_id, address, program)
);

-- Counters of what may happen only so often. The digest tells of nobody.
create table throttle (
    digest        bytea primary key check (octet_length(digest) = 32),
    count         integer not null check (count >= 0),
    since         timestamptz not null,
    blocked_until timestamptz
);

create index throttle_by_end on throttle (greatest(since, blocked_until));

-- The installation's audit, of the form that each tenant's has. By ids alone, without a foreign key: it outlives whom it tells of.
create table audit_event (
    id          uuid primary key,
    occurred_at timestamptz not null,
    action      text not null check (action ~ '^[a-z_.]{1,60}$'),
    actor_kind  text not null check (actor_kind in ('user', 'operator', 'system', 'anonymous')),
    actor_id    uuid,
    subject     text,
    outcome     text not null check (outcome in ('success', 'refused')),
    address     text,
    user_agent  text check (char_length(user_agent) <= 400),
    detail      jsonb not null default '{}'
);

create index audit_event_by_time on audit_event (occurred_at, id);

create index audit_event_by_subject on audit_event (subject, occurred_at, id) where subject is not null;

-- What somebody did to another, or to none; the rest is found by its subject.
create index audit_event_by_actor on audit_event (actor_id, occurred_at, id)
    where actor_id is not null and subject is distinct from actor_id::text;
