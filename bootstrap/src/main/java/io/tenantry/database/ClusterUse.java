package io.tenantry.database;

import java.time.Duration;

/**
 * Who uses a cluster: a server, and commands beside it, each in a process of its own. The first to come starts it, the last
 * to go stops it; the lock that each holds on the cluster tells, and one on its gate keeps coming and going apart.
 */
final class ClusterUse {

    private static final String USERS = "postgres.users";
    private static final String GATE = "postgres.gate";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DataFolder folder;
    private final FolderLock users;

    private ClusterUse(DataFolder folder, FolderLock users) {
        this.folder = folder;
        this.users = users;
    }

    /** @param start makes sure that the cluster runs; no other process starts or stops it meanwhile */
    static ClusterUse begin(DataFolder folder, Runnable start) {
        FolderLock gate = enterGate(folder);
        try {
            FolderLock users = FolderLock.shared(folder, USERS)
                    .orElseThrow(() -> new DatabaseFailure("this process uses " + folder.path() + " already"));
            return startedOrGivenBack(new ClusterUse(folder, users), start);
        } finally {
            gate.close();
        }
    }

    /** @param stop stops the cluster; run only if nobody else uses it */
    void end(Runnable stop) {
        FolderLock gate = enterGate(folder);
        try {
            if (users.tryUpgrade()) {
                stop.run();
            }
        } finally {
            users.close();
            gate.close();
        }
    }

    private static ClusterUse startedOrGivenBack(ClusterUse use, Runnable start) {
        try {
            start.run();
            return use;
        } catch (RuntimeException unstarted) {
            use.users.close();
            throw unstarted;
        }
    }

    private static FolderLock enterGate(DataFolder folder) {
        return Waiting.upTo(PATIENCE, () -> FolderLock.exclusive(folder, GATE))
                .orElseThrow(() -> new DatabaseFailure("another process has been starting or stopping the database in "
                        + folder.path() + " for minutes: end it, then try again"));
    }
}
