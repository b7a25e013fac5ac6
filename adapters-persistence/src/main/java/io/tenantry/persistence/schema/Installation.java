package io.tenantry.persistence.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What `migrate` leaves in the database beside the tables of the control plane, and how it knows that it is done. */
public final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final Jdbi jdbi;
    private final ControlSchema schema;
    private final String serverRole;
    private final TenantMigrations hosts;

    /**
     * @param jdbi connects as the owner
     * @param hosts the scripts of the host's for tenants' schemas
     */
    public Installation(Jdbi jdbi, ControlSchema schema, String serverRole, TenantMigrations hosts) {
        this.jdbi = jdbi;
        this.schema = schema;
        this.serverRole = serverRole;
        this.hosts = hosts;
    }

    /** Whether nothing is left to do for this release, its host and the role: two short queries. */
    public boolean isComplete() {
        return asks(dao -> dao.isComplete(serverRole, fingerprint()).orElse(false));
    }

    /** Whether nothing is left to do but for tenants that failed when they were tried. */
    public boolean isRun() {
        return asks(dao -> dao.isRun(serverRole, fingerprint()).orElse(false));
    }

    /** Whether a newer release than this one has been here. */
    public boolean isOfNewerRelease() {
        return jdbi.withExtension(
                InstallationDao.class,
                dao -> dao.isInstalled(schema.quoted()) && dao.isNewerThan(Scripts.newestControlVersion()));
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

    /**
     * Stores the scripts of tenants' schemas, tries them out, and grants the server's role what it needs: all or nothing.
     *
     * @throws IllegalStateException with one line, if a script was changed or cannot be run
     */
    public void storeAndGrant() {
        try {
            jdbi.useTransaction(handle -> {
                handle.attach(InstallationDao.class).lockGrants(schema.quoted());
                new StoredScripts(hosts, serverRole).bringUp(handle);
                grant(handle);
            });
        } catch (JdbiException failed) {
            throw ScriptFailure.of(failed)
                    .<RuntimeException>map(IllegalStateException::new)
                    .orElse(failed);
        }
    }

    /**
     * Brings up every tenant's schema that is behind; then notes that this release is complete, but for those that failed.
     *
     * @return those
     * @throws IllegalStateException if all canaries failed, so that no other was touched
     */
    public List<TenantFailure> bringTenantsUp(FleetRun run) {
        List<TenantFailure> failed = new FleetUpgrade(jdbi, run).bringUp();
        if (isOfNewerHost()) {
            LOG.warn("A newer version of the host's migrations of tenants has been here: nothing of them is changed");
        } else {
            jdbi.useTransaction(handle -> handle.attach(InstallationDao.class).finish(serverRole, fingerprint()));
        }
        return failed;
    }

    private boolean isOfNewerHost() {
        return jdbi.withExtension(ScriptDao.class, new StoredScripts(hosts, serverRole)::areOfNewerHost);
    }

    private boolean asks(Predicate<InstallationDao> question) {
        return jdbi.withExtension(InstallationDao.class, dao -> dao.isBegun(schema.quoted()) && question.test(dao));
    }

    private String fingerprint() {
        return Scripts.fingerprint(hosts);
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
