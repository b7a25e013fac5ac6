package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.persistence.schema.ControlSchema;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An archive's rows of a tenant's own tables on their way into a schema that was just made: only what is there takes any. */
final class TableRows {

    /** COPY cannot write where row-level security is; a statement can, from a table of the same columns. */
    private static final String STAGE = "pg_temp.archived_rows";

    private final OwnerTransaction transaction;
    private final Archive archive;
    private final SchemaName schema;
    private final ControlSchema control;
    private final Consumer<String> onProgress;

    TableRows(
            OwnerTransaction transaction,
            ControlSchema control,
            Archive archive,
            SchemaName schema,
            Consumer<String> onProgress) {
        this.transaction = transaction;
        this.control = control;
        this.archive = archive;
        this.schema = schema;
        this.onProgress = onProgress;
    }

    /** @return how many */
    long store() throws IOException, SQLException {
        TenantTable.Schema there = new SchemaCatalog(transaction.handle(), control, schema).read();
        Map<String, Manifest.Table> archived = archivedTables();
        requireSameNames("tables", archived.keySet(), there.byName().keySet());
        removeWhatScriptsPutIn(there.tables());
        long rows = 0;
        for (TenantTable table : there.tables()) {
            onProgress.accept(table.name());
            rows += store(table, archived.get(table.name()));
        }
        setSequences(there.sequences());
        return rows;
    }

    private Map<String, Manifest.Table> archivedTables() {
        try {
            return archive.manifest().tables().stream().collect(Collectors.toMap(Manifest.Table::name, table -> table));
        } catch (IllegalStateException twice) {
            throw new PortabilityRefused("the archive's manifest.json names a table twice", twice);
        }
    }

    private void removeWhatScriptsPutIn(List<TenantTable> tables) throws SQLException {
        List<TenantTable> fromTheLast = new ArrayList<>(tables);
        Collections.reverse(fromTheLast);
        for (TenantTable table : fromTheLast) {
            transaction.execute("delete from " + table.quoted());
        }
    }

    private long store(TenantTable table, Manifest.Table archived) throws IOException, SQLException {
        requireSameNames("columns of " + table.name(), Set.copyOf(archived.columns()), Set.copyOf(table.columns()));
        if (archived.columns().isEmpty()) {
            return 0;
        }
        transaction.execute("create temporary table archived_rows on commit drop as select "
                + TenantTable.quoted(archived.columns()) + " from " + table.quoted() + " with no data");
        long expected = archive.entry(archived.entry()).rows();
        long copied;
        try (InputStream rows = archive.rows(archived.entry())) {
            copied = transaction.rowsFrom(rows, STAGE);
        }
        long stored = transaction.execute(insert(table, archived.columns()));
        transaction.execute("drop table " + STAGE);
        if (copied != expected || stored != expected) {
            throw new PortabilityRefused(
                    "the table " + table.name() + " has taken another number of rows than the archive has");
        }
        return stored;
    }

    /** Whoever is somebody else here, is that. */
    private static String insert(TenantTable table, List<String> columns) {
        String values = columns.stream()
                .map(column ->
                        table.userColumns().contains(column) ? userHere(column) : "r." + TenantTable.quoted(column))
                .collect(Collectors.joining(", "));
        return "insert into " + table.quoted() + " (" + TenantTable.quoted(columns)
                + ") overriding system value select " + values + " from " + STAGE + " r";
    }

    private static String userHere(String column) {
        String there = "r." + TenantTable.quoted(column);
        return "coalesce((select m.here from pg_temp.user_map m where m.archived = " + there + "), " + there + ")";
    }

    private void setSequences(List<TenantTable.Sequence> there) throws SQLException {
        Map<String, TenantTable.Sequence> archived = archive.manifest().sequences().stream()
                .collect(Collectors.toMap(TenantTable.Sequence::name, sequence -> sequence, (one, other) -> other));
        requireSameNames(
                "sequences",
                archived.keySet(),
                there.stream().map(TenantTable.Sequence::name).collect(Collectors.toSet()));
        for (TenantTable.Sequence sequence : there) {
            TenantTable.Sequence position = archived.get(sequence.name());
            String name = TenantTable.quoted(schema.value()) + "." + TenantTable.quoted(sequence.name());
            transaction.execute("select setval('" + name.replace("'", "''") + "'::regclass, " + position.lastValue()
                    + ", " + position.called() + ")");
        }
    }

    private static void requireSameNames(String of, Set<String> archived, Set<String> here) {
        Set<String> missing = new TreeSet<>(here);
        missing.removeAll(archived);
        if (!missing.isEmpty()) {
            throw new PortabilityRefused("the archive lacks these " + of + ": " + String.join(", ", missing));
        }
        if (!archived.equals(here)) {
            throw new PortabilityRefused("the archive has other " + of + " than there are here");
        }
    }
}
