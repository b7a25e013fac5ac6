package io.tenantry.domain.id;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What no other test has: all tests of a run may share one database. */
public final class UniqueFixture {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UniqueFixture() {}

    public static RandomGenerator random() {
        return RANDOM;
    }

    /** Twelve characters of {@code 0-9 a-f}, the first a letter. */
    public static String word() {
        String digits = UUID.randomUUID().toString().replace("-", "");
        return "u" + digits.substring(0, 11);
    }
}
