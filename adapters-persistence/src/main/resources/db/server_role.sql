-- What the server's role may do, and no more. Run by `migrate`, again whenever this file changes.

do $$
begin
    if not has_database_privilege('${role}', current_database(), 'connect') then
        execute format('grant connect on database %I to %I', current_database(), '${role}');
    end if;
end
$$;

grant usage on schema ${control} to "${role}";

-- It needs no temporary tables, but everybody may make some: recommended is `revoke temporary on database … from public`.

-- All is taken back first, columns' rights included, so that what is no longer granted below is no longer had. All in one
-- transaction: servers at work notice nothing. An owner that serves too keeps the rights that it has as the owner.
do $$
declare
    owned_by_others text;
begin
    for owned_by_others in select c.oid::regclass::text
                             from pg_catalog.pg_class c join pg_catalog.pg_roles owner on owner.oid = c.relowner
                            where c.relnamespace = '${control}'::regnamespace
                              and c.relkind in ('r', 'p')
                              and owner.rolname <> '${role}'
    loop
        execute format('revoke all on table %s from %I', owned_by_others, '${role}');
    end loop;
end
$$;

-- By column: what names a row, or says whose it is, is written once and never changed.

grant select, insert, update (name, contact_email, status, require_mfa, plan, quota_limit, removed_after, owner_id, updated_at),
    delete on ${control}.tenant to "${role}";

grant select, insert, update (email, email_canonical, first_name, last_name, full_name, email_verified_at,
                              verify_before_sign_in, operator, disabled, updated_at), delete on ${control}.app_user to "${role}";

grant select, insert, update (hash, version) on ${control}.credential to "${role}";

grant select, insert, update (role, last_used_at), delete on ${control}.membership to "${role}";

grant select, insert, delete on ${control}.tenant_domain to "${role}";

grant select, insert, update (second_factor, last_used_at, ended_at), delete on ${control}.session to "${role}";

grant select, insert, update (spent_at, salt) on ${control}.refresh_token to "${role}";

grant select, insert, update (digest, email, credential_version, expires_at), delete
    on ${control}.one_time_token to "${role}";

-- The update is for the lock.
grant select, insert, update (signs_from), delete on ${control}.signing_key to "${role}";

grant select, insert, update (status, sealed_token, sealed_details, tries, next_try_at, lease_ends_at, last_error, done_at),
    delete on ${control}.outbox_mail to "${role}";

-- The update is for the lock under which a request is taken.
grant select, insert, update (requested_at), delete on ${control}.mail_request to "${role}";

grant select, insert, update (phone, timezone, locale, product_news, invitation_mail, preferences)
    on ${control}.profile to "${role}";

grant select, insert, update (tag, png), delete on ${control}.avatar to "${role}";

grant select, insert, update (last_seen_at), delete on ${control}.known_device to "${role}";

grant select, insert, update (count, since, blocked_until), delete on ${control}.throttle to "${role}";

-- Never changed, but for what is erased with a user; deleted when it is old.
grant select, insert, update (address, user_agent), delete on ${control}.audit_event to "${role}";

grant select on ${control}.tenant_schema to "${role}";

grant select on ${control}.flyway_schema_history to "${role}";

grant execute on function ${control}.create_tenant_schema(uuid, text) to "${role}";

grant execute on function ${control}.drop_tenant_schema(uuid) to "${role}";

grant select, insert, update (sealed_secret, created_at, confirmed_at, last_step), delete on ${control}.totp to "${role}";

grant select, insert, delete on ${control}.recovery_code to "${role}";

grant select, insert, update (tries_left), delete on ${control}.mfa_challenge to "${role}";

grant select, insert, update (name, signature_count, last_used_at), delete on ${control}.passkey to "${role}";

-- The updates are for the locks under which those that expired are removed.
grant select, insert, update (expires_at), delete on ${control}.ceremony to "${role}";

grant select, insert, update (expires_at), delete on ${control}.provider_authorization to "${role}";

grant select, insert, update (last_used_at), delete on ${control}.linked_identity to "${role}";

-- The update is for the lock.
grant select, insert, update (challenge), delete on ${control}.domain_claim to "${role}";

grant select, insert, update (digest, status, expires_at, invited_by), delete on ${control}.invitation to "${role}";

-- A key's end is written once; what goes with its tenant goes by foreign keys.
grant select, insert, update (name, created_by, digest, last_four, secret_since, previous_digest, previous_last_four,
                              previous_since, previous_until, revoked_at) on ${control}.api_key to "${role}";

grant select, insert, delete on ${control}.api_key_word to "${role}";

grant select, insert, update (last_used_at, requests, previous_secret_requests, secret_since)
    on ${control}.api_key_use to "${role}";

grant select, insert, update (requests, units), delete on ${control}.api_key_daily_use to "${role}";

grant select, insert, update (units, noticed_percent) on ${control}.tenant_usage to "${role}";

grant select, insert, delete on ${control}.revoked_token to "${role}";

grant select, insert, update (url, description, events, active, sealed_secret, previous_sealed_secret,
                              previous_secret_expires_at, failing_since, last_place, next_attempt_at, lease_ends_at), delete
    on ${control}.webhook to "${role}";

grant select, insert, update (place, status, attempts, last_status, last_error, lined_up_at, next_attempt_at, delivered_at, done_at),
    delete on ${control}.webhook_delivery to "${role}";

-- Made once.
grant select, insert on ${control}.installation_secret to "${role}";

grant select, insert, update (attempt, body_digest, made, kept_answer, lease_ends_at, expires_at), delete
    on ${control}.keyed_call to "${role}";
