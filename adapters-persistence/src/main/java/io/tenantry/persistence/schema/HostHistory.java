package io.tenantry.persistence.schema;

import java.util.List;

/**
 * The host's scripts that are stored, of which the first were run in some tenant's schema: those cannot change any more. The rest
 * can, which nobody has got as far as.
 *
 * @param stored in the order in which they are run
 * @param reached how many of them some schema has
 */
record HostHistory(List<ScriptDao.Stored> stored, int reached) {

    HostHistory {
        reached = Math.min(reached, stored.size());
    }

    /** Whether these are the first of those that were run, but not all of them. */
    boolean isAheadOf(List<HostScript> given) {
        return !given.isEmpty() && given.size() < reached && isSameUpTo(given.size(), given);
    }

    boolean isSame(List<HostScript> given) {
        return stored.size() == given.size() && isSameUpTo(given.size(), given);
    }

    /** @throws IllegalStateException if one that was run is changed, or gone, or another comes before it */
    void requireKept(List<HostScript> given) {
        for (int i = 0; i < reached; i++) {
            ScriptDao.Stored run = stored.get(i);
            if (i >= given.size()) {
                throw new IllegalStateException(
                        run.name() + ", of which tenants' schemas were made, is gone: put it back");
            }
            requireKept(run, given.get(i));
        }
    }

    private static void requireKept(ScriptDao.Stored run, HostScript given) {
        HostVersion version = HostVersion.of(run.version());
        int compared = given.version().orElseThrow().compareTo(version);
        if (compared < 0) {
            throw new IllegalStateException(given.name() + " comes before " + run.name()
                    + ", of which tenants' schemas were made: give it a higher version");
        }
        if (compared > 0) {
            throw new IllegalStateException(run.name() + ", of which tenants' schemas were made, is gone: put it back");
        }
        if (!run.checksum().equals(given.checksum())) {
            throw new IllegalStateException(given.name()
                    + " is not what tenants' schemas were made of: put it back, and write the change into a new file");
        }
    }

    private boolean isSameUpTo(int count, List<HostScript> given) {
        for (int i = 0; i < count; i++) {
            ScriptDao.Stored run = stored.get(i);
            if (!run.version().equals(given.get(i).version().orElseThrow().toString())
                    || !run.checksum().equals(given.get(i).checksum())) {
                return false;
            }
        }
        return true;
    }
}
