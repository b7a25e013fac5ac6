package io.tenantry.persistence.portability;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of a tenant's schema.
 *
 * @param columns all but those that are generated
 * @param userColumns those of them that refer to a user
 */
record TenantTable(String schema, String name, List<String> columns, List<String> userColumns) {

    /** As it stands in SQL. */
    String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    /** As they stand in SQL, in the order given. */
    static String quoted(List<String> columns) {
        return columns.stream().map(TenantTable::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** How far a table of identifiers has counted. */
    record Sequence(String name, long lastValue, boolean called) {}

    /**
     * All of a schema.
     *
     * @param tables each behind those to which it refers
     */
    record Schema(List<TenantTable> tables, List<Sequence> sequences) {

        Map<String, TenantTable> byName() {
            return tables.stream().collect(Collectors.toMap(TenantTable::name, table -> table));
        }
    }
}
