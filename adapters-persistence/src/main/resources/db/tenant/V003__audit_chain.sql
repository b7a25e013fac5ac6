-- What an event is about, beside the user whom it may be about; and the chain that shows whether one was changed or taken out.

alter table audit_event
    add column target_type   text check (target_type ~ '^[a-z_]{1,40}$'),
    add column target_id     text check (char_length(target_id) <= 300),
    -- Its place in the chain, from 1 on; none of what servers of the version before write, which know of no chain.
    add column seq           bigint check (seq > 0),
    -- Of the event and of all before it.
    add column digest        bytea check (octet_length(digest) = 32),
    -- Of salt, address and user agent, which may be erased; the digest stays.
    add column device_digest bytea check (octet_length(device_digest) = 32),
    add column salt          bytea check (octet_length(salt) = 16),
    add constraint audit_event_target_is_whole check ((target_type is null) = (target_id is null)),
    add constraint audit_event_link_is_whole check (
        (seq is null) = (digest is null) and (seq is null) = (device_digest is null) and (salt is null or seq is not null));

create unique index audit_event_by_seq on audit_event (seq) where seq is not null;

create index audit_event_by_subject on audit_event (subject, occurred_at, id) where subject is not null;

create index audit_event_by_actor on audit_event (actor_id, occurred_at, id) where actor_id is not null;

-- Both ends of the chain: of the last event, and of the last one of those that were removed when they were old. One row.
create table audit_head (
    one           boolean primary key default true check (one),
    seq           bigint not null check (seq >= anchor_seq),
    digest        bytea not null check (octet_length(digest) = 32),
    anchor_seq    bigint not null check (anchor_seq >= 0),
    anchor_digest bytea not null check (octet_length(anchor_digest) = 32)
);

insert into audit_head (seq, digest, anchor_seq, anchor_digest)
select 0, zeros, 0, zeros from (values (decode(repeat('00', 32), 'hex'))) start (zeros);
