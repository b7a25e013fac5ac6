-- Who acted, from where, and how it ended. What was noted before had neither device nor refusal.

alter table audit_event
    add column actor_kind text not null default 'user'
        check (actor_kind in ('user', 'operator', 'system', 'anonymous')),
    add column outcome    text not null default 'success' check (outcome in ('success', 'refused')),
    add column address    text,
    add column user_agent text check (char_length(user_agent) <= 400);
