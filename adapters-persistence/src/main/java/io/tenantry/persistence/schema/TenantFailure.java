package io.tenantry.persistence.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A tenant's schema that could not be brought up, and is as it was.
 *
 * @param schema its name
 * @param error what PostgreSQL said, with the name of the file; 500 characters at the most
 */
public record TenantFailure(String schema, String error) {

    private static final int MOST_IN_A_LINE = 20;

    /** The first of them, and how many more there are. */
    public static String line(List<TenantFailure> failures) {
        String first = failures.stream()
                .limit(MOST_IN_A_LINE)
                .map(TenantFailure::toString)
                .collect(Collectors.joining(", "));
        int more = failures.size() - MOST_IN_A_LINE;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    @Override
    public String toString() {
        return schema + " (" + error + ")";
    }
}
