package io.tenantry.domain.audit;

import java.util.Locale;

/** What an event is about, beside the user whom it may be about. */
public record Target(Type type, String id) {

    /** Of what type. */
    public enum Type {
        TENANT,
        INVITATION,
        DOMAIN,
        API_KEY,
        SESSION,
        WEBHOOK;

        public String word() {
            return this == API_KEY ? "apiKey" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if the id has more than 300 characters */
    public Target {
        if (id.length() > 300) {
            throw new IllegalArgumentException("too long for the id of a target");
        }
    }
}
