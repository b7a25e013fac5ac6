package io.tenantry.persistence.schema;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What tenants' schemas are made of, as it is stored in the database. Compared with what this release and its host bring, changed if
 * need be, and then tried once on a schema that nobody ever sees.
 */
final class StoredScripts {

    private final TenantMigrations hosts;
    private final String serverRole;

    StoredScripts(TenantMigrations hosts, String serverRole) {
        this.hosts = hosts;
        this.serverRole = serverRole;
    }

    /**
     * Within the transaction under way.
     *
     * @throws IllegalStateException with one line that names the file, if what tenants' schemas were made of was changed
     */
    void bringUp(Handle handle) {
        ScriptDao dao = handle.attach(ScriptDao.class);
        // Registrations wait for the lock: it is not taken for nothing.
        if (differ(dao)) {
            dao.lock();
            if (differ(dao)) {
                store(dao);
                dao.nextGeneration();
                tryOut(handle, dao);
            }
        }
    }

    /** Whether a newer version of the host has been here: then nothing of its scripts is changed. */
    boolean areOfNewerHost(ScriptDao dao) {
        return history(dao).isAheadOf(hosts.versioned());
    }

    private boolean differ(ScriptDao dao) {
        return !dao.hasRole(serverRole) || tenantrysDiffer(dao) || hostsDiffer(dao);
    }

    private void store(ScriptDao dao) {
        dao.addRole(serverRole);
        Map<String, String> stored = dao.tenantry();
        Scripts.tenant().stream()
                .filter(script -> !stored.containsKey(script.name()))
                .forEach(script -> dao.addTenantrys(script.version(), script.name(), script.checksum(), script.sql()));
        if (hostsDiffer(dao)) {
            storeHosts(dao);
        }
    }

    private static boolean tenantrysDiffer(ScriptDao dao) {
        Map<String, String> stored = dao.tenantry();
        boolean differ = false;
        for (Script script : Scripts.tenant()) {
            String checksum = stored.get(script.name());
            if (checksum != null && !checksum.equals(script.checksum())) {
                throw new IllegalStateException(
                        script.name() + " is not what tenants' schemas were made of: it was changed");
            }
            differ |= checksum == null;
        }
        return differ;
    }

    private boolean hostsDiffer(ScriptDao dao) {
        HostHistory history = history(dao);
        if (history.isAheadOf(hosts.versioned())) {
            return false;
        }
        history.requireKept(hosts.versioned());
        return !history.isSame(hosts.versioned()) || !dao.repeatable().equals(checksums());
    }

    private static HostHistory history(ScriptDao dao) {
        List<ScriptDao.Stored> stored = dao.versioned();
        return new HostHistory(stored, stored.isEmpty() ? 0 : dao.reached());
    }

    private void storeHosts(ScriptDao dao) {
        int kept = dao.reached();
        dao.removeAfter(kept);
        List<HostScript> versioned = hosts.versioned();
        for (int i = kept; i < versioned.size(); i++) {
            HostScript script = versioned.get(i);
            String version = script.version().orElseThrow().toString();
            dao.add(i + 1, version, script.name(), script.checksum(), script.sql());
        }
        dao.removeRepeatable();
        hosts.repeatable().forEach(script -> dao.addRepeatable(script.name(), script.checksum(), script.sql()));
    }

    private Map<String, String> checksums() {
        return hosts.repeatable().stream().collect(Collectors.toMap(HostScript::name, HostScript::checksum));
    }

    private static void tryOut(Handle handle, ScriptDao dao) {
        UUID tenant = UUID.randomUUID();
        String hexadecimal = tenant.toString().replace("-", "");
        handle.savepoint("trial");
        dao.addTrial(tenant, "trial-" + hexadecimal, "tenant_trial_" + hexadecimal);
        dao.create(tenant, "tenant_trial_" + hexadecimal);
        handle.rollbackToSavepoint("trial");
    }
}
