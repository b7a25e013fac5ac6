-- Rows that belong to a tenant are seen and written in that tenant's scope, or in the scope of all tenants; with nothing
-- set there is no row. Forced, so that the wall holds for the owner of the tables too. A setting that was local to a
-- transaction reads as '' afterwards on the same connection, hence nullif.

alter table membership enable row level security;

alter table membership force row level security;

create policy membership_in_scope on membership
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');

alter table tenant_domain enable row level security;

alter table tenant_domain force row level security;

create policy tenant_domain_in_scope on tenant_domain
    using (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
           or current_setting('tenantry.scope', true) = 'all')
    with check (tenant_id = nullif(current_setting('tenantry.tenant', true), '')::uuid
                or current_setting('tenantry.scope', true) = 'all');
