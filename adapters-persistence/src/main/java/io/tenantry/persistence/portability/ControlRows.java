package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.Slug;
import io.tenantry.persistence.apikey.ApiKeyDao;
import io.tenantry.persistence.schema.ControlSchema;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** An archive's rows of the control plane, staged in temporary tables, on their way into the real ones. */
final class ControlRows {

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

    private static final String REVOKED = "case a.status when 'pending' then 'revoked' else a.status end";

    private static final String REVOKED_WITHOUT_MEMBER = """
            coalesce(a.revoked_at, case when not exists (
                select from %s m where m.tenant_id = '%s' and m.user_id = %s) then now() end)""";

    private final OwnerTransaction transaction;
    private final Handle handle;
    private final ControlSchema control;
    private final Manifest manifest;
    private final Slug slug;
    private final ArchivedDomains domains;
    private final boolean trustsAddresses;
    private long newUsers;

    /** @param trustsAddresses whether an address is verified because the archive says so */
    ControlRows(
            OwnerTransaction transaction,
            ControlSchema control,
            Manifest manifest,
            Slug slug,
            ArchivedDomains domains,
            boolean trustsAddresses) {
        this.transaction = transaction;
        this.handle = transaction.handle();
        this.control = control;
        this.manifest = manifest;
        this.slug = slug;
        this.domains = domains;
        this.trustsAddresses = trustsAddresses;
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
        domains.requireRoom();
    }

    /** Whom the tenant's rows mean here. */
    void mapUsers() throws SQLException {
        List<String> unclear = handle.createQuery(UNCLEAR).mapTo(String.class).list();
        if (!unclear.isEmpty()) {
            throw new PortabilityRefused(
                    "these addresses are here too, and not verified in both installations, so that nobody"
                            + " knows whose they are: " + Refusals.shown(unclear));
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
        newUsers = storeOfNewUsers(ControlTable.APP_USER, "id", verification());
        storeOfNewUsers(ControlTable.CREDENTIAL, "user_id", Map.of());
        storeOfNewUsers(ControlTable.PROFILE, "user_id", Map.of());
        storeOfNewUsers(ControlTable.AVATAR, "user_id", Map.of());
        domains.store();
        storeOfTenant(ControlTable.MEMBERSHIP, Map.of("user_id", userHere("user_id")));
        // Whoever has made up an invitation knows its token, and an operator's admits whom nobody else's does.
        storeOfTenant(
                ControlTable.INVITATION,
                Map.of("invited_by", userHere("invited_by"), "by_operator", "false", "status", REVOKED));
        storeKeys();
        transaction.execute("set constraints all immediate");
    }

    long newUsers() {
        return newUsers;
    }

    long matchedUsers() throws SQLException {
        return Long.parseLong(transaction.value("select count(*) from pg_temp.user_map where matched"));
    }

    /**
     * A new number is given to it; the schema is named after the slug, whatever the archive says. Where its members have to verify their
     * addresses, it is as old as they are here: tenants that are older, and have nobody verified, are removed.
     */
    private void storeTenant() throws SQLException {
        Map<String, String> values = new HashMap<>();
        values.put("slug", "'" + slug + "'");
        values.put("owner_id", userHere("owner_id"));
        if (!trustsAddresses) {
            values.put("created_at", "now()");
            values.put("updated_at", "now()");
        }
        transaction.execute("insert into " + ControlTable.TENANT.in(control) + " (" + ControlTable.TENANT.columns()
                + ", schema_name) select " + values(ControlTable.TENANT, values) + ", '" + slug.schema() + "' from "
                + ControlTable.TENANT.archived() + " a");
    }

    /** They open what they opened, with the same secrets. One that no member answers for is revoked, whoever joins later. */
    private void storeKeys() throws SQLException {
        storeOfTenant(
                ControlTable.API_KEY,
                Map.of(
                        "created_by",
                        "coalesce(" + userHere("created_by") + ", a.created_by)",
                        "revoked_at",
                        REVOKED_WITHOUT_MEMBER.formatted(
                                ControlTable.MEMBERSHIP.in(control), manifest.tenant(), userHere("created_by"))));
        storeOfTenant(ControlTable.API_KEY_USE, Map.of());
        storeOfTenant(ControlTable.API_KEY_DAILY_USE, Map.of());
        storeOfTenant(ControlTable.TENANT_USAGE, Map.of());
        handle.createUpdate(ApiKeyDao.ADD_WORDS + "k.tenant_id = :tenant")
                .bind("tenant", manifest.tenant())
                .execute();
    }

    /** Who makes an archive can write any address into it. */
    private Map<String, String> verification() {
        return trustsAddresses ? Map.of() : Map.of("email_verified_at", "null::timestamptz");
    }

    private long storeOfNewUsers(ControlTable table, String user, Map<String, String> values) throws SQLException {
        return transaction.execute("insert into " + table.in(control) + " (" + table.columns() + ") select "
                + values(table, values) + " from " + table.archived() + " a where a." + user
                + " in (select archived from pg_temp.user_map where not matched)");
    }

    private void storeOfTenant(ControlTable table, Map<String, String> values) throws SQLException {
        transaction.execute("insert into " + table.in(control) + " (tenant_id, " + table.columns() + ") select '"
                + manifest.tenant() + "', " + values(table, values) + " from " + table.archived() + " a");
    }

    /** As the archive has them, but for those given. */
    private static String values(ControlTable table, Map<String, String> others) {
        return table.columnList().stream()
                .map(column -> others.getOrDefault(column, "a." + column))
                .collect(Collectors.joining(", "));
    }

    /** Of whom the archive does not tell becomes nobody. */
    private static String userHere(String column) {
        return "(select m.here from pg_temp.user_map m where m.archived = a." + column + ")";
    }

    private boolean exists(String condition) throws SQLException {
        return transaction
                .value("select exists (select from " + ControlTable.TENANT.in(control) + " where " + condition + ")")
                .equals("t");
    }
}
