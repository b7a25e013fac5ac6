package io.tenantry.domain.user;

import java.nio.charset.StandardCharsets;

/**
 * What a host's front end wants to remember of a user: a JSON object, which only the front end understands.
 *
 * @param json 4 KiB of UTF-8 at most
 */
public record Preferences(String json) {

    /** In bytes. */
    public static final int MAX_LENGTH = 4096;

    public static final Preferences NONE = new Preferences("{}");

    /** @throws IllegalArgumentException if it is too long */
    public Preferences {
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
            throw new IllegalArgumentException("preferences have 4 KiB at most");
        }
    }
}
