package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.persistence.schema.ControlSchema;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** An archive's rows of the control plane, staged in temporary tables, on their way into the real ones. */
final class ControlRows {

    private static final int NAMED_AT_MOST = 20;

    private static final String MAP_USERS = """
            create temporary table user_map on commit drop as
            select a.id as archived, coalesce(t.id, a.id) as here, t.id is not null as matched
              from pg_temp.archived_app_user a
              left join %1$s.app_user t on t.email_canonical = a.email_canonical""";

    private static final String UNCLEAR = """
            select a.email from pg_temp.archived_app_user a join <control>.app_user t
                    on t.email_canonical = a.email_canonical
             where t.id \\<> a.id and (t.email_verified_at is null or a.email_verified_at is null)
             order by 1""";

    private static final String TAKEN_IDS = """
            select exists (select from pg_temp.archived_app_user a join <control>.app_user t on t.id = a.id
                            where t.email_canonical \\<> a.email_canonical)""";

    private static final String DOMAINS = """
            select host from pg_temp.archived_tenant_domain a
             where exists (select from <control>.tenant_domain t where t.host = a.host)
                or a.host = :base or right(a.host, length(:base) + 1) = '.' || :base
             order by 1""";

    private final OwnerTransaction transaction;
    private final Handle handle;
    private final ControlSchema control;
    private final Manifest manifest;
    private final Slug slug;
    private final HostName baseDomain;
    private long newUsers;

    ControlRows(
            OwnerTransaction transaction, ControlSchema control, Manifest manifest, Slug slug, HostName baseDomain) {
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.control = control;
        this.manifest = manifest;
        this.slug = slug;
        this.baseDomain = baseDomain;
    }

    /** @throws PortabilityRefused if the tenant, its slug, or a domain of its own is here already */
    void requireRoom() throws SQLException {
        if (!transaction
                .value("select count(*) = 1 and bool_and(id = '" + manifest.tenant()
                        + "') from pg_temp.archived_tenant")
                .equals("t")) {
            throw new PortabilityRefused("the archive does not hold the one tenant that its manifest.json names");
        }
        if (exists("id = '" + manifest.tenant() + "'")) {
            throw new PortabilityRefused("this tenant is here already, by its id");
        }
        if (exists("slug = '" + slug + "'")) {
            throw new PortabilityRefused("the slug " + slug + " is taken: --slug gives the tenant another");
        }
        renameFirstDomain();
        List<String> taken = handle.createQuery(DOMAINS)
                .bind("base", baseDomain)
                .mapTo(String.class)
                .filter(host -> !host.equals(firstDomain()))
                .list();
        if (!taken.isEmpty()) {
            throw new PortabilityRefused("these domains are taken, or lie under " + baseDomain + ": " + shown(taken));
        }
    }

    /** Whom the tenant's rows mean here. */
    void mapUsers() throws SQLException {
        List<String> unclear = handle.createQuery(UNCLEAR).mapTo(String.class).list();
        if (!unclear.isEmpty()) {
            throw new PortabilityRefused(
                    "these addresses are here too, and not verified in both installations, so that nobody"
                            + " knows whose they are: " + shown(unclear));
        }
        if (handle.createQuery(TAKEN_IDS).mapTo(Boolean.class).one()) {
            throw new PortabilityRefused("a user of the archive has the id of somebody else here");
        }
        transaction.execute(MAP_USERS.formatted(control.quoted()));
        transaction.execute("create unique index on pg_temp.user_map (archived)");
        transaction.execute("analyze pg_temp.user_map");
    }

    void store() throws SQLException {
        // That a tenant has an owner shows when the members are there.
        transaction.execute("set constraints all deferred");
        storeTenant();
        transaction.execute("select " + control.quoted() + ".create_tenant_schema('" + manifest.tenant() + "', '"
                + slug.schema() + "')");
        newUsers = storeOfNewUsers(ControlTable.APP_USER, "id");
        storeOfNewUsers(ControlTable.CREDENTIAL, "user_id");
        storeOfNewUsers(ControlTable.PROFILE, "user_id");
        storeOfNewUsers(ControlTable.AVATAR, "user_id");
        storeOfTenant(ControlTable.TENANT_DOMAIN, "");
        storeOfTenant(ControlTable.MEMBERSHIP, "user_id");
        storeOfTenant(ControlTable.INVITATION, "invited_by");
        transaction.execute("set constraints all immediate");
    }

    long newUsers() {
        return newUsers;
    }

    long matchedUsers() throws SQLException {
        return Long.parseLong(transaction.value("select count(*) from pg_temp.user_map where matched"));
    }

    /** Named after the slug here, under this installation's base domain; its own domains stay what they are. */
    private void renameFirstDomain() throws SQLException {
        String there = manifest.slug() + "." + manifest.baseDomain();
        handle.createUpdate("update pg_temp.archived_tenant_domain set host = :here where host = :there")
                .bind("here", firstDomain())
                .bind("there", there)
                .execute();
        if (handle.createQuery("select exists (select from <control>.tenant_domain where host = :here)")
                .bind("here", firstDomain())
                .mapTo(Boolean.class)
                .one()) {
            throw new PortabilityRefused("the domain " + firstDomain() + " is taken: --slug gives the tenant another");
        }
    }

    private String firstDomain() {
        return slug.under(baseDomain).value();
    }

    /** A new number is given to it; the schema is named after the slug, whatever the archive says. */
    private void storeTenant() throws SQLException {
        String columns = ControlTable.TENANT.columns();
        String values = columns.replace("slug", "'" + slug + "'")
                .replace("owner_id", "(select m.here from pg_temp.user_map m where m.archived = owner_id)");
        transaction.execute("insert into " + ControlTable.TENANT.in(control) + " (" + columns + ", schema_name) select "
                + values + ", '" + slug.schema() + "' from " + ControlTable.TENANT.archived());
    }

    private long storeOfNewUsers(ControlTable table, String user) throws SQLException {
        return transaction.execute("insert into " + table.in(control) + " (" + table.columns() + ") select "
                + table.columns() + " from " + table.archived() + " where " + user
                + " in (select archived from pg_temp.user_map where not matched)");
    }

    /** @param user the column that means one; of whom the archive does not tell becomes nobody */
    private void storeOfTenant(ControlTable table, String user) throws SQLException {
        String values = String.join(
                ", ",
                table.columnList().stream()
                        .map(column -> column.equals(user)
                                ? "(select m.here from pg_temp.user_map m where m.archived = a." + column + ")"
                                : "a." + column)
                        .toList());
        transaction.execute("insert into " + table.in(control) + " (tenant_id, " + table.columns() + ") select '"
                + manifest.tenant() + "', " + values + " from " + table.archived() + " a");
    }

    private boolean exists(String condition) throws SQLException {
        return transaction
                .value("select exists (select from " + ControlTable.TENANT.in(control) + " where " + condition + ")")
                .equals("t");
    }

    /** Values from an archive may hold anything. */
    private static String shown(List<String> values) {
        String first = String.join(", ", values.subList(0, Math.min(NAMED_AT_MOST, values.size())));
        return first.replaceAll("[^\\x20-\\x7E]", "?") + (values.size() > NAMED_AT_MOST ? ", …" : "");
    }
}
