package io.tenantry.persistence.walls;

import io.tenantry.domain.tenant.Tenant;

/** Keys, which stand in a table that all tenants share. */
class ApiKeyWallsTest extends HostTableWallsTest {

    @Override
    protected String table() {
        return "tenantry.api_key";
    }

    @Override
    protected String tableOf(Tenant tenant) {
        return table();
    }

    @Override
    protected String insertInto(String table) {
        return "insert into " + table
                + " (id, tenant_id, name, scopes, created_by, created_at, digest, last_four, secret_since)"
                + " select gen_random_uuid(), current_setting('tenantry.tenant')::uuid, text, 'reports:read', gen_random_uuid(),"
                + " transaction_timestamp(), sha256(text::bytea), 'abcd', transaction_timestamp()"
                + " from (values (?::text)) added (text)";
    }

    @Override
    protected String selectFrom(String table) {
        return "select name from " + table;
    }

    @Override
    protected int rounds() {
        return 1_000;
    }
}
