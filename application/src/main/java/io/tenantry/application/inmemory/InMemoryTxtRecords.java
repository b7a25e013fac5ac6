package io.tenantry.application.inmemory;

import io.tenantry.domain.tenant.TxtRecords;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The DNS of a test. Safe for use by several threads. */
public final class InMemoryTxtRecords implements TxtRecords {

    private final Map<String, Set<String>> records = new ConcurrentHashMap<>();

    /** Makes the DNS show a text under a name. */
    public void show(String name, String text) {
        records.merge(name, Set.of(text), InMemoryTxtRecords::both);
    }

    @Override
    public Set<String> of(String name) {
        return records.getOrDefault(name, Set.of());
    }

    private static Set<String> both(Set<String> before, Set<String> added) {
        return Stream.concat(before.stream(), added.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
