package io.tenantry.persistence.walls;

import io.tenantry.domain.tenant.Tenant;

/** A table of the control plane that all tenants share, each seeing its rows alone. */
class InvitationWallsTest extends HostTableWallsTest {

    @Override
    protected String table() {
        return "tenantry.invitation";
    }

    @Override
    protected String tableOf(Tenant tenant) {
        return table();
    }

    @Override
    protected String insertInto(String table) {
        return "insert into " + table + " (id, tenant_id, email, email_canonical, role, digest, status, by_operator,"
                + " created_at, expires_at) select gen_random_uuid(), current_setting('tenantry.tenant')::uuid, text, text,"
                + " 'member', sha256(text::bytea), 'pending', false, transaction_timestamp(), transaction_timestamp()"
                + " from (values (?::text)) added (text)";
    }

    @Override
    protected String selectFrom(String table) {
        return "select email from " + table;
    }

    @Override
    protected int rounds() {
        return 1_000;
    }
}
