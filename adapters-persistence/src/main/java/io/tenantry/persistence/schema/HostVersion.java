package io.tenantry.persistence.schema;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version as Flyway counts: numbers apart by dots or underscores. 1.2 comes before 1.10; 1 and 1.0 and 01 are the same.
 *
 * @param parts without zeros at the end
 */
record HostVersion(List<BigInteger> parts) implements Comparable<HostVersion> {

    HostVersion {
        int length = parts.size();
        while (length > 1 && parts.get(length - 1).signum() == 0) {
            length--;
        }
        parts = List.copyOf(parts.subList(0, length));
    }

    /** @param text digits, single dots and underscores between them */
    static HostVersion of(String text) {
        return new HostVersion(
                Arrays.stream(text.split("[._]")).map(BigInteger::new).toList());
    }

    @Override
    public int compareTo(HostVersion other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int compared = parts.get(i).compareTo(other.parts.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
