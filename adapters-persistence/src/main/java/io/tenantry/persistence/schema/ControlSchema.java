package io.tenantry.persistence.schema;

import java.util.regex.Pattern;

/**
 * The schema of the control-plane tables. They are always referred to by qualified name, so that no {@code search_path}
 * can lead a statement elsewhere.
 *
 * @param name 1 to 40 of {@code a-z 0-9 _}; none that PostgreSQL keeps for itself, nor one that a tenant could have
 */
public record ControlSchema(String name) {

    private static final Pattern FORM = Pattern.compile("(?!pg_|tenant_|information_schema$)[a-z_][a-z0-9_]{0,39}");

    /** @throws IllegalArgumentException if the name could not be used */
    public ControlSchema {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for the schema of the control plane: 1 to 40 of a-z 0-9 _,"
                    + " not beginning with pg_ or tenant_");
        }
    }

    /** As it stands in SQL. */
    public String quoted() {
        return '"' + name + '"';
    }

    /** The channel on which changes are told. */
    public String channel() {
        return name + "_changed";
    }
}
