-- The server's role owns nothing and can make no schema. What it can do is call create_tenant_schema, which runs as the
-- owner, in the caller's transaction, and makes the schema of a tenant that was just stored, and nothing else.

-- The roles that serve, each with the fingerprint of the migrations that were last finished for it.
create table server_role (
    name        text primary key,
    fingerprint text not null default ''
);

-- The scripts of which a tenant's schema is made, stored by `migrate`.
create table tenant_script (
    version  integer primary key check (version > 0),
    name     text not null,
    checksum text not null,
    sql      text not null
);

-- What each tenant's schema has reached.
create table tenant_schema (
    tenant_id  uuid primary key references tenant (id),
    version    integer not null check (version >= 0),
    checksum   text not null default '',
    state      text not null check (state in ('current', 'failed')),
    last_error text
);

create index tenant_schema_by_version on tenant_schema (version);

create index tenant_schema_failed on tenant_schema (tenant_id) where state = 'failed';

create function grant_tenant_schema(target text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    server text;
begin
    for server in select r.rolname
                    from ${control}.server_role s join pg_catalog.pg_roles r on r.rolname = s.name
                   where r.rolname <> current_user
    loop
        execute format('grant usage on schema %I to %I', target, server);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', target, server);
        execute format('grant usage on all sequences in schema %I to %I', target, server);
    end loop;
end
$$;

-- Runs what the tenant's schema lacks, with the schema as the only one in reach of unqualified names.
create function apply_tenant_scripts(tenant uuid) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    target  text;
    reached integer;
    script  record;
begin
    -- Held to the end of the transaction: scripts are not replaced while a schema is made of them, and a schema that is
    -- made afterwards is made of the new ones.
    lock table ${control}.tenant_script in access share mode;
    select t.schema_name, s.version into strict target, reached
      from ${control}.tenant t join ${control}.tenant_schema s on s.tenant_id = t.id
     where t.id = tenant
       for update of s;
    perform set_config('search_path', quote_ident(target) || ', pg_temp', true);
    for script in select s.version, s.checksum, s.sql
                    from ${control}.tenant_script s
                   where s.version > reached
                   order by s.version
    loop
        execute replace(script.sql, '$' || '{schema}', quote_ident(target));
        update ${control}.tenant_schema
           set version = script.version, checksum = script.checksum
         where tenant_id = tenant;
    end loop;
    update ${control}.tenant_schema set state = 'current', last_error = null where tenant_id = tenant;
    perform ${control}.grant_tenant_schema(target);
end
$$;

create function create_tenant_schema(tenant uuid, wanted text) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if wanted is null or wanted collate "C" !~ '^tenant_[a-z0-9_]{2,50}$' then
        raise insufficient_privilege using message = 'this is no name for the schema of a tenant';
    end if;
    if not exists (select from ${control}.tenant t where t.id = tenant and t.schema_name = wanted) then
        raise insufficient_privilege using message = 'this is not the schema of that tenant';
    end if;
    execute format('create schema %I', wanted);
    insert into ${control}.tenant_schema (tenant_id, version, state) values (tenant, 0, 'current');
    perform ${control}.apply_tenant_scripts(tenant);
end
$$;

revoke all on function grant_tenant_schema(text) from public;

revoke all on function apply_tenant_scripts(uuid) from public;

revoke all on function create_tenant_schema(uuid, text) from public;
