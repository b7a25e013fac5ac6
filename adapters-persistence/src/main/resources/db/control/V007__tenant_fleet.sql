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

-- The tables, views and sequences of a schema, by the index of what depends on it: pg_class has none for that, and grows with every
-- tenant.
create function relations_of(target text) returns table (id oid, kind "char", name text)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select c.oid, c.relkind, format('%I.%I', target, c.relname)
      from pg_namespace n
      join pg_depend d on d.refclassid = 'pg_namespace'::regclass and d.refobjid = n.oid and d.refobjsubid = 0
                      and d.classid = 'pg_class'::regclass and d.deptype = 'n'
      join pg_class c on c.oid = d.objid
     where n.nspname = target
     order by c.oid
$$;

create or replace function grant_tenant_schema(target text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    tables    constant text := (select string_agg(r.name, ', ') from ${control}.relations_of(target) r where r.kind in ('r', 'p', 'v'));
    sequences constant text := (select string_agg(r.name, ', ') from ${control}.relations_of(target) r where r.kind = 'S');
    server    text;
begin
    for server in select r.rolname
                    from ${control}.server_role s join pg_catalog.pg_roles r on r.rolname = s.name
                   where r.rolname <> current_user
    loop
        execute format('grant usage on schema %I to %I', target, server);
        if tables is not null then
            execute 'grant select, insert, update, delete on table ' || tables || format(' to %I', server);
        end if;
        if sequences is not null then
            execute 'grant usage on sequence ' || sequences || format(' to %I', server);
        end if;
    end loop;
end
$$;

-- Lets no row of a table out of the tenant's scope, whatever else the host allows: a restrictive policy, which no other can widen,
-- and one that opens what is within the wall, unless the host has policies of its own for that. Forced, so that it holds for the
-- owner of the table, and for what reads through a view of theirs, too. What stands already is not touched, nor locked for it.
create function wall_table(tenant uuid, id oid, name text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    wall constant text := format(
        '((NULLIF(current_setting(''tenantry.tenant''::text, true), ''''::text))::uuid = %L::uuid)'
        ' OR (current_setting(''tenantry.scope''::text, true) = ''all''::text)', tenant);
    part  record;
    rules record;
begin
    select c.relrowsecurity, c.relforcerowsecurity into strict part from pg_class c where c.oid = id;
    select coalesce(bool_or(p.polname = 'tenantry_wall'), false) as named,
           coalesce(bool_or(p.polname = 'tenantry_wall' and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
                            and p.polwithcheck is null
                            and pg_get_expr(p.polqual, p.polrelid) = '(' || wall || ')'), false) as walled,
           coalesce(bool_or(p.polname = 'tenantry_open'), false) as opened,
           coalesce(bool_or(p.polpermissive and p.polname not in ('tenantry_wall', 'tenantry_open')), false) as own
      into strict rules
      from pg_policy p
     where p.polrelid = id;
    if not part.relrowsecurity then
        execute 'alter table ' || name || ' enable row level security';
    end if;
    if not part.relforcerowsecurity then
        execute 'alter table ' || name || ' force row level security';
    end if;
    if rules.named and not rules.walled then
        execute 'drop policy tenantry_wall on ' || name;
    end if;
    if not rules.walled then
        execute 'create policy tenantry_wall on ' || name || ' as restrictive using (' || wall || ')';
    end if;
    if rules.own and rules.opened then
        execute 'drop policy tenantry_open on ' || name;
    elsif not rules.own and not rules.opened then
        execute 'create policy tenantry_open on ' || name || ' using (true)';
    end if;
end
$$;

-- Walls off every table of the tenant's schema. A view asks with the rights of who looks through it, where PostgreSQL can (15 and
-- newer); before that with those of the owner, whom the walls bind too.
create function wall_tenant_schema(tenant uuid, target text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    part record;
begin
    for part in select r.id, r.kind, r.name from ${control}.relations_of(target) r
    loop
        if part.kind in ('r', 'p') then
            perform ${control}.wall_table(tenant, part.id, part.name);
        elsif part.kind = 'v' and current_setting('server_version_num')::integer >= 150000
              and not exists (select from pg_class c
                               where c.oid = part.id and c.reloptions && array['security_invoker=true']) then
            execute 'alter view ' || part.name || ' set (security_invoker = true)';
        elsif part.kind in ('m', 'f') then
            raise exception using
                errcode = 'TS001',
                message = part.name || ' is a materialized view or a foreign table, which row-level security cannot wall off';
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

revoke all on function wall_table(uuid, oid, text) from public;

revoke all on function relations_of(text) from public;
