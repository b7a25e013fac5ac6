-- The installation's audit is read a page at a time, by whoever acted or by what was done. What each tenant's has need of stands
-- in the tenants' scripts.

-- The one before knew only of what somebody did to another.
drop index audit_event_by_actor;

create index audit_event_by_actor on audit_event (actor_id, occurred_at, id) where actor_id is not null;

create index audit_event_by_action on audit_event (action, occurred_at, id);
