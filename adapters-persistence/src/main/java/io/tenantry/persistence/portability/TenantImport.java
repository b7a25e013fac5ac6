package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings a tenant up from an archive of {@link TenantExport}: with its id, and its users with theirs. All of it is verified before
 * anything is written, and all is written in one transaction. Safe for use by several threads.
 *
 * <p>Whoever has an address here, verified in both installations, is taken for the user who has it there; an address that is here
 * too and is not verified in both stops the import, for nobody knows whose it is. That the archive says so is enough for that, for it gives
 * that user no more than a membership.
 *
 * <p>Whoever made the archive is trusted with the passwords of those who are new, and with nothing else: it makes nobody an operator, its
 * pending invitations are revoked, its own domains have to be shown by the DNS anew, and the addresses of those who are new verified,
 * unless {@link #trustingAddresses} says otherwise.
 */
public final class TenantImport {

    private final Jdbi owner;
    private final ControlSchema control;
    private final HostName baseDomain;
    private final boolean trustsAddresses;
    private final Consumer<String> onProgress;

    /**
     * What was brought up.
     *
     * @param newUsers who were not here
     * @param matchedUsers who were, and keep their password and profile
     * @param rows of the tenant's own tables
     */
    public record Imported(TenantId tenant, Slug slug, long newUsers, long matchedUsers, long rows) {}

    /**
     * @param owner connects as the owner of the tables
     * @param onProgress hears of what is being done
     */
    public TenantImport(DataSource owner, String schema, HostName baseDomain, Consumer<String> onProgress) {
        this.control = new ControlSchema(schema);
        this.owner = ControlJdbi.on(owner, control);
        this.baseDomain = baseDomain;
        this.trustsAddresses = false;
        this.onProgress = onProgress;
    }

    private TenantImport(TenantImport other, boolean trustsAddresses) {
        this.control = other.control;
        this.owner = other.owner;
        this.baseDomain = other.baseDomain;
        this.trustsAddresses = trustsAddresses;
        this.onProgress = other.onProgress;
    }

    /** One that takes an archive's word for the addresses that are verified: for archives of those whom one trusts with all of them. */
    public TenantImport trustingAddresses() {
        return new TenantImport(this, true);
    }

    /**
     * @param otherSlug what the tenant, and with it its schema and its first domain, is called here; empty if as there
     * @throws PortabilityRefused if the archive cannot be used, or does not fit in here; then nothing has changed
     * @throws io.tenantry.domain.failure.Unavailable if the database cannot do it just now; then neither
     */
    public Imported read(Path file, Optional<Slug> otherSlug) throws IOException {
        try (Archive archive = Archive.open(file)) {
            onProgress.accept("verifying");
            archive.verify();
            return OwnerTransaction.run(owner, transaction -> read(archive, otherSlug, transaction));
        }
    }

    private Imported read(Archive archive, Optional<Slug> otherSlug, OwnerTransaction transaction)
            throws IOException, SQLException {
        Manifest manifest = archive.manifest();
        Slug slug = otherSlug.orElse(manifest.slug());
        MadeOf.requireSame(manifest.scripts(), MadeOf.here(transaction.handle()));
        for (ControlTable table : ControlTable.values()) {
            stage(table, archive, transaction);
        }
        new ArchivedTexts(transaction.handle()).require();
        ArchivedDomains domains = new ArchivedDomains(transaction.handle(), manifest, slug, baseDomain);
        ControlRows rows = new ControlRows(transaction, control, manifest, slug, domains, trustsAddresses);
        rows.requireRoom();
        rows.mapUsers();
        rows.store();
        long tableRows = new TableRows(transaction, control, archive, slug.schema(), onProgress).store();
        return new Imported(manifest.tenant(), slug, rows.newUsers(), rows.matchedUsers(), tableRows);
    }

    /** As JSON first, of which the database itself makes rows of the right types. */
    private void stage(ControlTable table, Archive archive, OwnerTransaction transaction)
            throws IOException, SQLException {
        onProgress.accept(table.entry());
        transaction.execute("create temporary table archived_line (line text) on commit drop");
        if (archive.has(table.entry()) || !table.isOptional()) {
            copy(table, archive, transaction);
        }
        transaction.execute("create temporary table " + table.archived().replace("pg_temp.", "")
                + " on commit drop as select "
                + table.columns() + " from pg_temp.archived_line l, json_populate_record(null::" + table.in(control)
                + ", l.line::json)");
        transaction.execute("drop table pg_temp.archived_line");
    }

    private static void copy(ControlTable table, Archive archive, OwnerTransaction transaction)
            throws IOException, SQLException {
        try (InputStream lines = archive.rows(table.entry())) {
            if (transaction.linesFrom(lines, "pg_temp.archived_line")
                    != archive.entry(table.entry()).rows()) {
                throw new PortabilityRefused(
                        table.entry() + " of the archive holds another number of rows than it has lines");
            }
        }
    }
}
