package io.tenantry.application.inmemory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows of one kind, in the order in which they were added; to be used within a transaction, which can be rolled back. */
final class InMemoryRows<K, V> {

    private final InMemoryTransactions transactions;
    private final Map<K, V> rows = new LinkedHashMap<>();

    InMemoryRows(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    Optional<V> find(K key) {
        transactions.requireUnderWay();
        return Optional.ofNullable(rows.get(key));
    }

    Stream<V> all() {
        transactions.requireUnderWay();
        return rows.values().stream();
    }

    void put(K key, V row) {
        transactions.requireUnderWay();
        V before = rows.put(key, row);
        transactions.onRollback(() -> restore(key, before));
    }

    /** False, and nothing changed, when there is a row with this key. */
    boolean add(K key, V row) {
        if (find(key).isPresent()) {
            return false;
        }
        put(key, row);
        return true;
    }

    /** False if there was none. */
    boolean remove(K key) {
        transactions.requireUnderWay();
        V before = rows.remove(key);
        transactions.onRollback(() -> restore(key, before));
        return before != null;
    }

    private void restore(K key, V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    /** Finds a row and removes it. */
    Optional<V> take(K key) {
        Optional<V> row = find(key);
        remove(key);
        return row;
    }

    /** Removes the first {@code limit} that are so; tells how many there were. */
    int removeFirst(int limit, Predicate<V> such) {
        List<K> found = rows.entrySet().stream()
                .filter(row -> such.test(row.getValue()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        found.forEach(this::remove);
        return found.size();
    }
}
