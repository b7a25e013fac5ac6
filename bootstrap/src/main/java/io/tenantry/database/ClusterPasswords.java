package io.tenantry.database;

import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The passwords of a cluster's three roles, 192 random bits each, kept in the data folder. Never shown. */
final class ClusterPasswords {

    private static final String FILE = "postgres.passwords";
    private static final int BYTES = 24;

    private final Properties byRole;

    private ClusterPasswords(Properties byRole) {
        this.byRole = byRole;
    }

    static Optional<ClusterPasswords> kept(DataFolder folder) {
        return folder.has(FILE) ? Optional.of(parse(folder.read(FILE))) : Optional.empty();
    }

    static ClusterPasswords make(DataFolder folder) {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (ClusterRole role : ClusterRole.values()) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            text.append(role)
                    .append('=')
                    .append(Base64.getUrlEncoder().encodeToString(bytes))
                    .append('\n');
        }
        folder.write(FILE, text.toString());
        return parse(text.toString());
    }

    String of(ClusterRole role) {
        return byRole.getProperty(role.toString());
    }

    @Override
    public String toString() {
        return "ClusterPasswords[redacted]";
    }

    private static ClusterPasswords parse(String text) {
        try {
            Properties byRole = new Properties();
            byRole.load(new StringReader(text));
            return new ClusterPasswords(byRole);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new DatabaseFailure("the file " + FILE + " is damaged: restore it from a backup", malformed);
        }
    }
}
