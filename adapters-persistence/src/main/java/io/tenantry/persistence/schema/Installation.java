package io.tenantry.persistence.schema;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What `migrate` leaves in the database beside the tables of the control plane, and how it knows that it is done. */
public final class Installation {

    private final Jdbi jdbi;
    private final ControlSchema schema;
    private final String serverRole;

    /** @param jdbi connects as the owner */
    public Installation(Jdbi jdbi, ControlSchema schema, String serverRole) {
        this.jdbi = jdbi;
        this.schema = schema;
        this.serverRole = serverRole;
    }

    /** Whether nothing is left to do for this release and role: two short queries. */
    public boolean isComplete() {
        return jdbi.withExtension(InstallationDao.class, dao -> dao.isBegun(schema.quoted()) && isComplete(dao));
    }

    /** Whether a newer release than this one has been here. */
    public boolean isOfNewerRelease() {
        return jdbi.withExtension(
                InstallationDao.class,
                dao -> dao.isBegun(schema.quoted()) && dao.isNewerThan(Scripts.newestControlVersion()));
    }

    /** @throws IllegalStateException if the database cannot be used as it is; says what would do */
    public void requireUsableDatabase() {
        jdbi.useExtension(InstallationDao.class, dao -> {
            if (!dao.encoding().equals("UTF8")) {
                throw new IllegalStateException("the database must be encoded in UTF8, not in " + dao.encoding());
            }
            if (!dao.roleExists(serverRole)) {
                throw new IllegalStateException(
                        "there is no role " + serverRole + ": create it, with the right to log in");
            }
        });
    }

    /** Stores the scripts of tenants' schemas, and grants the server's role what it needs: all or nothing. */
    public void storeAndGrant() {
        jdbi.useTransaction(handle -> {
            InstallationDao dao = handle.attach(InstallationDao.class);
            dao.lockScripts();
            Scripts.tenant().forEach(script -> store(dao, script));
            dao.addRole(serverRole);
            grant(handle);
        });
    }

    /** Brings up every tenant's schema that is behind; then notes, if none failed, that this release is complete. */
    public List<String> bringTenantsUp() {
        List<InstallationDao.Stale> stale =
                jdbi.withExtension(InstallationDao.class, dao -> dao.stale(serverRole, Scripts.newestTenantVersion()));
        List<String> failed = TenantUpgrade.run(jdbi, stale);
        if (failed.isEmpty()) {
            jdbi.useTransaction(
                    handle -> handle.attach(InstallationDao.class).finish(serverRole, Scripts.fingerprint()));
        }
        return failed;
    }

    private boolean isComplete(InstallationDao dao) {
        return dao.isComplete(serverRole, Scripts.fingerprint(), Scripts.newestTenantVersion())
                .orElse(false);
    }

    private static void store(InstallationDao dao, Script script) {
        String stored = dao.store(script.version(), script.name(), script.checksum(), script.sql());
        if (!stored.equals(script.checksum())) {
            throw new IllegalStateException(
                    script.name() + " is not what tenants' schemas were made of: it was changed");
        }
    }

    private void grant(Handle handle) {
        String sql = Scripts.serverRole()
                .sql()
                .replace("${control}", schema.quoted())
                .replace("${role}", serverRole);
        try (var statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "the server's role " + serverRole + " could not be granted what it needs", failed);
        }
    }
}
