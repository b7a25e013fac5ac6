package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes all of a tenant into one archive (a zip file): its rows of the control plane as JSON, a line each, and every table of its
 * schema as COPY writes it. As of one moment, beside servers at work; never a whole table in memory. Safe for use by several threads.
 *
 * <p>What is sealed with the installation's secret stays: second factors, passkeys, links to providers, and sessions with them. Whoever
 * has the archive has the hashes of its users' passwords.
 */
public final class TenantExport {

    private static final String TENANT = """
            select t.id, t.schema_name,
                   s.state = 'current' and s.generation = (select f.generation from <control>.fleet f) as current
              from <control>.tenant t join <control>.tenant_schema s on s.tenant_id = t.id
             where t.slug = :slug""";

    private final Jdbi owner;
    private final ControlSchema control;
    private final String product;
    private final String baseDomain;
    private final Consumer<String> onProgress;

    private record Exported(TenantId id, SchemaName schema, boolean current) {}

    /**
     * @param owner connects as the owner of the tables
     * @param product the version of Tenantry, for the manifest
     * @param onProgress hears of what is being written
     */
    public TenantExport(
            DataSource owner, String schema, String product, String baseDomain, Consumer<String> onProgress) {
        this.control = new ControlSchema(schema);
        this.owner = ControlJdbi.on(owner, control);
        this.product = product;
        this.baseDomain = baseDomain;
        this.onProgress = onProgress;
    }

    /**
     * @param file is written to its end and closed
     * @return the tenant's id
     * @throws PortabilityRefused if there is no such tenant, or it could not be imported again
     * @throws io.tenantry.domain.failure.Unavailable if the database cannot do it just now
     */
    public TenantId write(Slug slug, OutputStream file) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(file)) {
            return OwnerTransaction.run(owner, transaction -> write(slug, transaction, archive));
        }
    }

    private TenantId write(Slug slug, OwnerTransaction transaction, ArchiveWriter archive)
            throws IOException, SQLException {
        Exported tenant = tenant(slug, transaction);
        TenantTable.Schema schema = new SchemaCatalog(transaction.handle(), control, tenant.schema()).read();
        lock(schema.tables(), transaction);
        for (ControlTable table : ControlTable.values()) {
            writeControl(table.entry(), table.rows(control, tenant.id(), schema.tables()), transaction, archive);
        }
        List<Manifest.Table> tables = new ArrayList<>();
        for (TenantTable table : schema.tables()) {
            tables.add(writeTable(table, "tables/%04d.copy".formatted(tables.size() + 1), transaction, archive));
        }
        archive.manifest(new Manifest(
                        product,
                        Instant.now(),
                        tenant.id(),
                        slug,
                        baseDomain,
                        MadeOf.here(transaction.handle()),
                        archive.entries(),
                        tables,
                        schema.sequences())
                .json());
        return tenant.id();
    }

    private Exported tenant(Slug slug, OwnerTransaction transaction) {
        Exported tenant = transaction
                .handle()
                .createQuery(TENANT)
                .bind("slug", slug)
                .map((row, context) -> new Exported(
                        new TenantId(row.getObject("id", UUID.class)),
                        new SchemaName(row.getString("schema_name")),
                        row.getBoolean("current")))
                .findOne()
                .orElseThrow(() -> new PortabilityRefused("no tenant has the slug " + slug + ": `tenants` lists them"));
        if (!tenant.current()) {
            throw new PortabilityRefused("the schema of " + slug + " is not up to date: `migrate` brings it there");
        }
        return tenant;
    }

    /** That nobody changes them while they are read. */
    private static void lock(List<TenantTable> tables, OwnerTransaction transaction) throws SQLException {
        if (!tables.isEmpty()) {
            String names = tables.stream().map(TenantTable::quoted).collect(Collectors.joining(", "));
            transaction.execute("lock table " + names + " in access share mode");
        }
    }

    private void writeControl(String entry, String query, OwnerTransaction transaction, ArchiveWriter archive)
            throws IOException, SQLException {
        archive.entry(
                entry,
                rows -> onProgress.accept(entry + ", " + rows + " rows"),
                out -> transaction.linesTo(query, out));
    }

    private Manifest.Table writeTable(
            TenantTable table, String entry, OwnerTransaction transaction, ArchiveWriter archive)
            throws IOException, SQLException {
        String query = "select " + TenantTable.quoted(table.columns()) + " from " + table.quoted();
        archive.entry(
                entry,
                rows -> onProgress.accept(table.name() + ", " + rows + " rows"),
                out -> transaction.rowsTo(query, out));
        return new Manifest.Table(table.name(), entry, table.columns());
    }
}
