package io.tenantry.domain.tenant;

import java.util.regex.Pattern;

/** The PostgreSQL schema of one tenant: {@code tenant_} and 2 to 50 of {@code a-z 0-9 _}, so under PostgreSQL's 63 bytes. */
public record SchemaName(String value) {

    private static final Pattern FORM = Pattern.compile("tenant_[a-z0-9_]{2,50}");

    /** @throws IllegalArgumentException if the value could not stand in SQL as it is */
    public SchemaName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no schema of a tenant");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
