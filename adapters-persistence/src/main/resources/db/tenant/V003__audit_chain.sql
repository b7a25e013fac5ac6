-- What an event is about, beside the user whom it may be about.

alter table audit_event
    add column target_type text check (target_type ~ '^[a-z_]{1,40}$'),
    add column target_id   text check (char_length(target_id) <= 300),
    add constraint audit_event_target_is_whole check ((target_type is null) = (target_id is null));
