-- A key is published a day before it signs. The newest by created_at whose time has come signs; one without a time signs from the
-- beginning, as a key does that a server of before makes.
--
-- Such a server knows nothing of that time: it signs by the newest key at once, and checks by all of them, as every server does. What
-- it signs by a key that is to come is taken by all servers, and by whoever looks a key up that they do not know; only who knows the
-- keys by an older copy refuses it until they read them anew. So the schedule makes no key for two days from now on, by when none of
-- them should run: a key that is older is taken to sign since 87 days ago, of its 90 less one. A command makes one all the same.
alter table signing_key add column signs_from timestamptz;

update signing_key set signs_from = greatest(created_at, current_timestamp - interval '87 days');
