-- The fleet of tenants' schemas: what they are made of, the host's own scripts with it, and what each of them has reached.
-- Servers of the version before go on calling create_tenant_schema, and get what this version makes.

-- Counts the changes of what schemas are made of (scripts, and roles that serve): a schema of an earlier generation is behind.
create table fleet (
    only_row   boolean primary key default true check (only_row),
    generation bigint not null check (generation > 0)
);

insert into fleet (generation) values (1);

-- The host's scripts that are run once, in this order.
create table host_script (
    ordinal  integer primary key check (ordinal > 0),
    version  text not null unique,
    name     text not null,
    checksum text not null,
    sql      text not null
);

-- Those that are run again whenever they change, after the others, in the order of their names.
create table host_repeatable (
    name     text primary key,
    checksum text not null,
    sql      text not null
);

alter table tenant_schema
    -- The last of the host's scripts that was run here, and the checksums of its repeatable ones, by name.
    add column host_ordinal     integer not null default 0 check (host_ordinal >= 0),
    add column host_repeatables jsonb not null default '{}',
    add column generation       bigint not null default 0,
    add column brought_up_at    timestamptz;

create index tenant_schema_by_generation on tenant_schema (generation);

-- Runs a script with the tenant's schema as the only one in reach of bare names, and in the tenant's scope, so that it sees
-- the rows that it migrates. What fails names the file. PostgreSQL itself refuses what would end the transaction.
create function run_tenant_script(tenant uuid, target text, script text, sql text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('search_path', quote_ident(target) || ', pg_temp', true);
    perform set_config('tenantry.tenant', tenant::text, true);
    perform set_config('tenantry.scope', '', true);
    execute replace(replace(sql, '$' || '{schema}', quote_ident(target)), '$' || '{control}', '${control}');
exception
    when query_canceled or others then
        raise exception using
            errcode = case when sqlstate in ('40001', '40P01', '55P03', '57014') then sqlstate else 'TS001' end,
            message = script || ': ' || sqlerrm
                || case when sqlstate in ('0A000', '25001', '2D000')
                        then ' (scripts of tenants run within a transaction, and can neither end nor leave it)'
                        else '' end;
end
$$;

-- Lets no row of any table out of the tenant's scope, whatever else the host allows: a restrictive policy, which no other can
-- widen, and one that opens what is within the wall, unless the host has policies of its own for that. Forced, so that it holds for
-- the owner of the tables, and what reads through a view of theirs, too. What stands already is not touched, nor locked.
create function wall_tenant_schema(tenant uuid, target text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    wall constant text := format(
        '((NULLIF(current_setting(''tenantry.tenant''::text, true), ''''::text))::uuid = %L::uuid)'
        ' OR (current_setting(''tenantry.scope''::text, true) = ''all''::text)', tenant);
    part record;
begin
    for part in
        select c.relkind, format('%I.%I', target, c.relname) as name, c.relrowsecurity, c.relforcerowsecurity,
               coalesce(c.reloptions && array['security_invoker=true'], false) as invoker,
               exists (select from pg_policy p
                        where p.polrelid = c.oid and p.polname = 'tenantry_wall') as has_wall,
               exists (select from pg_policy p
                        where p.polrelid = c.oid and p.polname = 'tenantry_wall' and not p.polpermissive and p.polcmd = '*'
                          and p.polroles = '{0}' and p.polwithcheck is null
                          and pg_get_expr(p.polqual, p.polrelid) = '(' || wall || ')') as walled,
               exists (select from pg_policy p
                        where p.polrelid = c.oid and p.polname = 'tenantry_open') as opened,
               exists (select from pg_policy p
                        where p.polrelid = c.oid and p.polname <> 'tenantry_open' and p.polpermissive
                          and p.polname <> 'tenantry_wall') as has_own
          from pg_class c
         where c.relnamespace = (select n.oid from pg_namespace n where n.nspname = target)
           and c.relkind in ('r', 'p', 'v', 'm', 'f')
         order by c.oid
    loop
        if part.relkind in ('m', 'f') then
            raise exception using
                errcode = 'TS001',
                message = part.name || ' is a materialized view or a foreign table, which row-level security cannot wall off';
        elsif part.relkind = 'v' then
            if not part.invoker and current_setting('server_version_num')::integer >= 150000 then
                execute 'alter view ' || part.name || ' set (security_invoker = true)';
            end if;
            continue;
        end if;
        if not part.relrowsecurity then
            execute 'alter table ' || part.name || ' enable row level security';
        end if;
        if not part.relforcerowsecurity then
            execute 'alter table ' || part.name || ' force row level security';
        end if;
        if part.has_wall and not part.walled then
            execute 'drop policy tenantry_wall on ' || part.name;
        end if;
        if not part.walled then
            execute 'create policy tenantry_wall on ' || part.name || ' as restrictive using (' || wall || ')';
        end if;
        if part.has_own and part.opened then
            execute 'drop policy tenantry_open on ' || part.name;
        elsif not part.has_own and not part.opened then
            execute 'create policy tenantry_open on ' || part.name || ' using (true)';
        end if;
    end loop;
end
$$;

-- Runs what the tenant's schema lacks: Tenantry's scripts, the host's, and those of the host's that changed. Then walls it off and
-- grants the servers what they need. The caller's scope is put back.
create or replace function apply_tenant_scripts(tenant uuid) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    tenant_before constant text := coalesce(current_setting('tenantry.tenant', true), '');
    scope_before  constant text := coalesce(current_setting('tenantry.scope', true), '');
    at            constant timestamptz := transaction_timestamp();
    target        text;
    ledger        record;
    script        record;
begin
    -- Held to the end of the transaction: scripts are not replaced while a schema is made of them, and a schema that is
    -- made afterwards is made of the new ones.
    lock table ${control}.tenant_script in access share mode;
    select t.schema_name into strict target from ${control}.tenant t where t.id = tenant;
    select s.version, s.host_ordinal, s.host_repeatables into strict ledger
      from ${control}.tenant_schema s
     where s.tenant_id = tenant
       for update;
    for script in
        select lacking.name, lacking.sql
          from (select 1 as kind, s.version as place, s.name, s.sql
                  from ${control}.tenant_script s
                 where s.version > ledger.version
                 union all
                select 2, h.ordinal, h.name, h.sql
                  from ${control}.host_script h
                 where h.ordinal > ledger.host_ordinal
                 union all
                select 3, 0, r.name, r.sql
                  from ${control}.host_repeatable r
                 where r.checksum is distinct from ledger.host_repeatables ->> r.name) lacking
         order by lacking.kind, lacking.place, lacking.name collate "C"
    loop
        perform ${control}.run_tenant_script(tenant, target, script.name, script.sql);
    end loop;
    perform set_config('tenantry.tenant', tenant_before, true);
    perform set_config('tenantry.scope', scope_before, true);
    perform ${control}.wall_tenant_schema(tenant, target);
    perform ${control}.grant_tenant_schema(target);
    update ${control}.tenant_schema
       set version = newest.version,
           checksum = newest.checksum,
           host_ordinal = coalesce((select max(h.ordinal) from ${control}.host_script h), 0),
           host_repeatables = coalesce((select jsonb_object_agg(r.name, r.checksum) from ${control}.host_repeatable r), '{}'),
           generation = (select f.generation from ${control}.fleet f),
           brought_up_at = at,
           state = 'current',
           last_error = null
      from (select s.version, s.checksum from ${control}.tenant_script s order by s.version desc limit 1) newest
     where tenant_id = tenant;
end
$$;

revoke all on function run_tenant_script(uuid, text, text, text) from public;

revoke all on function wall_tenant_schema(uuid, text) from public;
