package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.persistence.schema.ControlSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Reads from PostgreSQL's own tables what a tenant's schema holds: its names are the only ones that get into SQL. */
final class SchemaCatalog {

    private static final String COLUMNS = """
            select c.relname, a.attname
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              left join pg_catalog.pg_attribute a
                     on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             where n.nspname = :schema and c.relkind in ('r', 'p') and not c.relispartition
             order by c.relname collate "C", a.attnum""";

    private static final String REFERENCES = """
            select c.relname as referrer, pn.nspname as schema_name, p.relname as referred,
                   array_length(f.conkey, 1) = 1 and pa.attname = 'id' as by_id, a.attname as column_name
              from pg_catalog.pg_constraint f
              join pg_catalog.pg_class c on c.oid = f.conrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_class p on p.oid = f.confrelid
              join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
              join pg_catalog.pg_attribute pa on pa.attrelid = p.oid and pa.attnum = f.confkey[1]
             where n.nspname = :schema and f.contype = 'f' and f.conparentid = 0
             order by 1, 5""";

    private static final String OWN_POLICIES = """
            select p.tablename from pg_catalog.pg_policies p
             where p.schemaname = :schema and p.policyname not in ('tenantry_wall', 'tenantry_open')
             order by 1 limit 1""";

    private static final String SEQUENCES = """
            select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = :schema and c.relkind = 'S' order by c.relname collate "C\"""";

    private final Handle handle;
    private final ControlSchema control;
    private final SchemaName schema;

    private record Reference(String referrer, String schemaName, String referred, boolean byId, String columnName) {}

    SchemaCatalog(Handle handle, ControlSchema control, SchemaName schema) {
        this.handle = handle;
        this.control = control;
        this.schema = schema;
    }

    /** @throws PortabilityRefused if the rows could not be moved as they are */
    TenantTable.Schema read() throws SQLException {
        requireNoPolicyOfTheHosts();
        List<Reference> references = references();
        Map<String, List<String>> columns = columns();
        List<TenantTable> tables = inOrder(columns.keySet(), references).stream()
                .map(name -> new TenantTable(schema.value(), name, columns.get(name), userColumns(name, references)))
                .toList();
        return new TenantTable.Schema(tables, sequences());
    }

    /** It could hide rows from whoever owns the table, too, and nobody would notice. */
    private void requireNoPolicyOfTheHosts() {
        handle.createQuery(OWN_POLICIES)
                .bind("schema", schema.value())
                .mapTo(String.class)
                .findOne()
                .ifPresent(table -> {
                    throw new PortabilityRefused("the table " + table
                            + " has row-level security of its own, which could hide rows: drop its policies first");
                });
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        handle.createQuery(COLUMNS)
                .bind("schema", schema.value())
                .mapToMap(String.class)
                .forEach(row -> {
                    List<String> ofTable = columns.computeIfAbsent(row.get("relname"), name -> new ArrayList<>());
                    if (row.get("attname") != null) {
                        ofTable.add(row.get("attname"));
                    }
                });
        return columns;
    }

    private List<Reference> references() {
        return handle.createQuery(REFERENCES)
                .bind("schema", schema.value())
                .map((row, context) -> new Reference(
                        row.getString("referrer"),
                        row.getString("schema_name"),
                        row.getString("referred"),
                        row.getBoolean("by_id"),
                        row.getString("column_name")))
                .list();
    }

    private List<TenantTable.Sequence> sequences() throws SQLException {
        List<TenantTable.Sequence> sequences = new ArrayList<>();
        for (String name : handle.createQuery(SEQUENCES)
                .bind("schema", schema.value())
                .mapTo(String.class)
                .list()) {
            sequences.add(position(name));
        }
        return List.copyOf(sequences);
    }

    private TenantTable.Sequence position(String name) throws SQLException {
        String sql = "select last_value, is_called from " + TenantTable.quoted(schema.value()) + "."
                + TenantTable.quoted(name);
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new TenantTable.Sequence(name, row.getLong(1), row.getBoolean(2));
        }
    }

    private List<String> userColumns(String table, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.referrer().equals(table) && isToControl(reference, "app_user"))
                .map(Reference::columnName)
                .distinct()
                .toList();
    }

    private boolean isToControl(Reference reference, String table) {
        return reference.schemaName().equals(control.name())
                && reference.referred().equals(table)
                && reference.byId();
    }

    /** Each table behind those to which it refers. */
    private List<String> inOrder(Set<String> tables, List<Reference> references) {
        Map<String, Set<String>> needs = new TreeMap<>();
        tables.forEach(table -> needs.put(table, new TreeSet<>()));
        references.forEach(reference -> need(needs, reference));
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < tables.size()) {
            List<String> ready = needs.entrySet().stream()
                    .filter(table -> !ordered.contains(table.getKey()) && ordered.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                needs.keySet().removeAll(ordered);
                throw new PortabilityRefused(
                        "foreign keys lead in a circle from and to " + String.join(", ", needs.keySet())
                                + ": there is no order in which their rows could be loaded");
            }
            ordered.addAll(ready);
        }
        return List.copyOf(ordered);
    }

    private void need(Map<String, Set<String>> needs, Reference reference) {
        boolean inside = reference.schemaName().equals(schema.value()) && needs.containsKey(reference.referred());
        if (inside && !reference.referred().equals(reference.referrer())) {
            needs.get(reference.referrer()).add(reference.referred());
        } else if (!inside && !isToControl(reference, "tenant") && !isToControl(reference, "app_user")) {
            throw new PortabilityRefused(
                    "the table " + reference.referrer() + " refers to " + reference.schemaName() + "."
                            + reference.referred()
                            + ": a tenant's tables may refer to one another, to the id of a tenant and to"
                            + " that of a user alone");
        }
    }
}
