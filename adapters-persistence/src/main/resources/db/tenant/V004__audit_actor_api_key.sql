-- A key acts too. Not validated, for what is there satisfied a narrower check: it need not be read from end to end under a lock.
alter table audit_event
    drop constraint audit_event_actor_kind_check,
    add constraint audit_event_actor_kind_check
        check (actor_kind in ('user', 'operator', 'api_key', 'system', 'anonymous')) not valid;
