package io.tenantry.database;

/** Who connects to the embedded cluster. */
enum ClusterRole {
    /** Makes the other two and their database; after that it only watches over the cluster. */
    SUPERUSER("postgres", "postgres"),
    /** Owns the database and runs migrations. */
    OWNER("tenantry_owner", "tenantry"),
    /** The server's: owns nothing. */
    APP("tenantry_app", "tenantry");

    private final String user;
    private final String database;

    ClusterRole(String user, String database) {
        this.user = user;
        this.database = database;
    }

    String user() {
        return user;
    }

    String database() {
        return database;
    }

    @Override
    public String toString() {
        return user;
    }
}
