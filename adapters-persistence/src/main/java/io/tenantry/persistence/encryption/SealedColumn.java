package io.tenantry.persistence.encryption;

import java.util.List;

/**
 * A column of secrets: whatever is sealed anywhere stands in one of these, and a test looks for others.
 *
 * @param key names the row
 * @param type of the key
 * @param suffix what tells the column from others, in the name that the secret is bound to
 */
record SealedColumn(String table, String key, KeyType type, String column, String suffix) {

    static final List<SealedColumn> ALL = List.of(
            new SealedColumn("signing_key", "kid", KeyType.TEXT, "sealed_private_key", ""),
            new SealedColumn("installation_secret", "name", KeyType.TEXT, "sealed_secret", ""),
            new SealedColumn("totp", "user_id", KeyType.UUID, "sealed_secret", ""),
            new SealedColumn("outbox_mail", "id", KeyType.UUID, "sealed_token", ""),
            new SealedColumn("outbox_mail", "id", KeyType.UUID, "sealed_details", " details"),
            new SealedColumn("webhook", "id", KeyType.UUID, "sealed_secret", ""),
            new SealedColumn("webhook", "id", KeyType.UUID, "previous_sealed_secret", ""),
            new SealedColumn("provider_authorization", "state_digest", KeyType.DIGEST, "sealed_nonce", " nonce"),
            new SealedColumn(
                    "provider_authorization",
                    "state_digest",
                    KeyType.DIGEST,
                    "sealed_code_verifier",
                    " code verifier"));

    /** How a key is written, in the name of its row and on its way to SQL and back. */
    enum KeyType {
        TEXT("%s", "%s"),
        UUID("%s::text", "cast(%s as uuid)"),
        DIGEST("encode(%s, 'hex')", "decode(%s, 'hex')");

        private final String asText;
        private final String ofText;

        KeyType(String asText, String ofText) {
            this.asText = asText;
            this.ofText = ofText;
        }
    }

    /** What a secret is bound to. */
    String row(String id) {
        return table + " " + id + suffix;
    }

    /**
     * Those that another key sealed, held, in the order of their keys.
     *
     * @param begun whether to go on after {@code :after}
     * @param waiting whether to wait for those that somebody else holds; else they are passed over
     */
    String select(boolean begun, boolean waiting) {
        return "select %s as id, %s as sealed from <control>.%s where %s".formatted(keyAsText(), column, table, isOld())
                + (begun ? " and %s > %s".formatted(key, type.ofText.formatted(":after")) : "")
                + " order by %s limit :limit for update".formatted(key)
                + (waiting ? "" : " skip locked");
    }

    String update() {
        return "update <control>.%s set %s = :anew where %s = %s and %s = :sealed"
                .formatted(table, column, key, type.ofText.formatted(":id"), column);
    }

    String count() {
        return "select count(*) from <control>.%s where %s".formatted(table, isOld());
    }

    private String keyAsText() {
        return type.asText.formatted(key);
    }

    private String isOld() {
        return "%s is not null and substr(%s, 1, 5) != :mark".formatted(column, column);
    }
}
