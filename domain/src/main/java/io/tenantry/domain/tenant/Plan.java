package io.tenantry.domain.tenant;

import java.util.regex.Pattern;

/** What a tenant pays for, as the host calls it: {@code FREE} at first. 1 to 40 of {@code A-Z 0-9 _ -}. */
public record Plan(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_-]{0,39}");

    /** After the form, by which it is checked. */
    public static final Plan FREE = new Plan("FREE");

    /** @throws IllegalArgumentException if it is not of that form */
    public Plan {
        if (!isPlan(value)) {
            throw new IllegalArgumentException("no plan");
        }
    }

    public static boolean isPlan(String typed) {
        return FORM.matcher(typed).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
