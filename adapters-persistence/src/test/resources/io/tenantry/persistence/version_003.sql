-- What servers write whose newest migration is V003, with values for what they bind: they go on while the tables are of a
-- newer version. Each statement runs in a transaction of its own, in the scope of all tenants.

insert into tenantry.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)
values (:tenant, 'Acme', :slug, :schema, :email, 'active', :now, :now)
on conflict do nothing
returning number;

select tenantry.create_tenant_schema(:tenant, :schema)::text
       || set_config('search_path', :schema || ', pg_temp', true);

insert into tenantry.tenant_domain (host, tenant_id, is_primary, created_at)
values (:slug || '.localhost', :tenant, true, :now)
on conflict (host) do nothing;

insert into tenantry.app_user (id, email, email_canonical, first_name, last_name, full_name,
                               email_verified_at, verify_before_sign_in, created_at, updated_at)
values (:user, :email, :email, 'Ada', 'Lovelace', 'Ada Lovelace', null, false, :now, :now)
on conflict (email_canonical) do nothing;

insert into tenantry.credential (user_id, hash, version) values (:user, '$2b$04$x', 1)
on conflict (user_id) do update set hash = excluded.hash, version = credential.version + 1;

with added as (
    insert into tenantry.membership (tenant_id, user_id, role, joined_at, last_used_at)
    values (:tenant, :user, 'owner', :now, null)
 returning user_id)
select user_id::text || pg_notify('tenantry_changed', 'user:' || user_id)::text from added;

with changed as (
    update tenantry.app_user
       set email = :email, email_canonical = :email, first_name = 'Ada',
           last_name = 'Lovelace', full_name = 'Ada Lovelace', email_verified_at = :now,
           verify_before_sign_in = false, updated_at = :now
     where id = :user
 returning id)
select id::text || pg_notify('tenantry_changed', 'user:' || id)::text from changed;

insert into tenantry.session (id, user_id, kind, remember_me, address, user_agent, created_at,
                              last_used_at, idle_millis, expires_at, ended_at)
values (:session, :user, 'rotating', false, '203.0.113.7', 'curl', :now,
        :now, 86400000, :now::timestamptz + interval '90 days', null);

insert into tenantry.refresh_token (digest, session_id, tenant_id, issued_at)
values (decode(:digest, 'hex'), :session, :tenant, :now);

with old as (
    select digest from tenantry.refresh_token
     where salt is not null and :now > spent_at and digest != decode(:digest, 'hex')
     limit 100
       for update skip locked),
erased as (
    update tenantry.refresh_token r set salt = null from old where r.digest = old.digest)
update tenantry.refresh_token set spent_at = :now, salt = decode(:digest, 'hex') where digest = decode(:digest, 'hex');

update tenantry.session set last_used_at = :now where id = :session;

insert into tenantry.one_time_token (digest, purpose, user_id, email, credential_version, expires_at)
values (decode(:digest, 'hex'), 'verify_email', :user, :email, 1, :now)
on conflict (user_id, purpose) do update
   set digest = excluded.digest, email = excluded.email,
       credential_version = excluded.credential_version, expires_at = excluded.expires_at;

insert into tenantry.outbox_mail (id, kind, recipient, recipient_name, sealed_token, status, next_try_at,
                                  created_at)
values (:mail, 'verify_email', :email, 'Ada Lovelace', decode(:sealed, 'hex'), 'pending', :now, :now);

insert into tenantry.mail_request (id, kind, email, requested_at)
values (:mail, 'reset_password', :email, :now);
