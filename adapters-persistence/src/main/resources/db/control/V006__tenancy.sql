-- Tenants that are shared, invited to, closed and searched. Servers of the version before go on beside it: nothing that they use
-- is dropped or renamed, and what they do not name has a default.

alter table tenant
    add column require_mfa   boolean not null default false,
    add column plan          text not null default 'FREE' check (plan ~ '^[A-Z][A-Z0-9_-]{0,39}$'),
    add column quota_limit   bigint not null default 10000 check (quota_limit >= 0),
    add column removed_after timestamptz,
    -- One of the owners: see the foreign key below. None as long as only servers of the version before have touched its owners,
    -- or once it is closed and its last owner is erased.
    add column owner_id      uuid,
    add column owner_role    text not null default 'owner' check (owner_role = 'owner'),
    -- A server of the version before cannot make active again what is to be removed: it would not know that.
    add constraint tenant_removed_is_closed check (removed_after is null or status <> 'active');

create index tenant_by_removal on tenant (removed_after) where removed_after is not null;

create index tenant_by_creation on tenant (created_at, id);

-- The words of a text, as lexemes that a search finds by their beginnings: runs of letters, marks and digits, in lower case. No parser
-- of text search, and no locale, decides what a word is: the former takes 1.5 or a/b for one, the latter may know ASCII alone.
create function search_words(said text) returns tsvector
    language sql
    immutable strict parallel safe
    return array_to_tsvector(array_remove(
        regexp_split_to_array(
            case
                -- Most texts have none of these 1,400 characters, and to look for each of them is what takes long.
                when said ~ '[${unfolded}]' then translate(lower(said collate "C"), '${unfolded}', '${folds}')
                else lower(said collate "C")
            end,
            '[\x01-/:-@\[-`{-\x7f${separators}]+'),
        ''));

create index tenant_search on tenant using gin (search_words(name || ' ' || slug));

alter table app_user add column disabled boolean not null default false;

create index app_user_by_creation on app_user (created_at, id);

create index app_user_search on app_user using gin (search_words(email_canonical || ' ' || full_name));

create index membership_by_joining on membership (tenant_id, joined_at, user_id);

-- A tenant always has an owner: the one that its row names can be neither removed nor demoted before it names another. Where there are
-- several, none is named until a server of this version touches them: one of the version before, which names nobody else, could not
-- erase the account of that one. It does so only after it has locked all of them.
select set_config('tenantry.scope', 'all', true);

update tenant t
   set owner_id = alone.user_id
  from (select m.tenant_id, (array_agg(m.user_id))[1] as user_id
          from membership m
         where m.role = 'owner'
         group by m.tenant_id
        having count(*) = 1) alone
 where t.id = alone.tenant_id;

create unique index membership_role on membership (tenant_id, user_id, role);

alter table tenant add constraint tenant_has_owner foreign key (id, owner_id, owner_role)
    references membership (tenant_id, user_id, role) deferrable;

-- Host names that a tenant says are theirs, until the DNS shows it.
create table domain_claim (
    tenant_id  uuid not null references tenant (id),
    host       text not null check (host ~ '^[a-z0-9.-]{1,253}$'),
    challenge  text not null check (challenge ~ '^[A-Za-z0-9_-]{20,100}$'),
    created_at timestamptz not null,
    primary key (tenant_id, host)
);

create table invitation (
    id              uuid primary key,
    tenant_id       uuid not null references tenant (id),
    email           text not null check (char_length(email) between 3 and 254),
    email_canonical text not null check (email_canonical = lower(email collate "C")),
    role            text not null check (role in ('owner', 'admin', 'member')),
    digest          bytea not null unique check (octet_length(digest) = 32),
    status          text not null check (status in ('pending', 'accepted', 'declined', 'revoked')),
    invited_by      uuid references app_user (id) on delete set null,
    by_operator     boolean not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null
);

create unique index invitation_one_pending on invitation (tenant_id, email_canonical) where status = 'pending';

create index invitation_by_creation on invitation (tenant_id, created_at, id);

create index invitation_of_inviter on invitation (invited_by) where invited_by is not null;

create index invitation_of_invited on invitation (email_canonical);

alter table domain_claim enable row level security;

alter table domain_claim force row level security;

create policy domain_claim_in_scope on domain_claim
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table invitation enable row level security;

alter table invitation force row level security;

create policy invitation_in_scope on invitation
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

-- As create_tenant_schema, the server's only way to do it: drops the schema of a tenant in scope that is not active, if it was made.
create function drop_tenant_schema(tenant uuid) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    target text;
begin
    if current_setting('tenantry.scope', true) is distinct from 'all'
       and current_setting('tenantry.tenant', true) is distinct from tenant::text then
        raise insufficient_privilege using message = 'this tenant is not in the scope at hand';
    end if;
    select t.schema_name into target
      from ${control}.tenant t
     where t.id = tenant and t.status <> 'active'
       for update;
    if not found then
        raise insufficient_privilege using message = 'there is no such tenant, or it is active';
    end if;
    delete from ${control}.tenant_schema where tenant_id = tenant;
    if found then
        execute format('drop schema %I cascade', target);
    end if;
end
$$;

revoke all on function drop_tenant_schema(uuid) from public;

-- What an event is about, beside the user whom it may be about.
alter table audit_event
    add column target_type text check (target_type ~ '^[a-z_]{1,40}$'),
    add column target_id   text check (char_length(target_id) <= 300),
    add constraint audit_event_target_is_whole check ((target_type is null) = (target_id is null));
