package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.schema.ControlSchema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of the control plane of which a tenant's rows go along, and which columns of them do: what is sealed does not. */
enum ControlTable {
    TENANT(
            "tenant",
            "id, name, slug, contact_email, status, require_mfa, plan, quota_limit, removed_after, owner_id, created_at,"
                    + " updated_at"),
    APP_USER(
            "app_user",
            "id, email, email_canonical, first_name, last_name, full_name, email_verified_at, verify_before_sign_in,"
                    + " disabled, created_at, updated_at"),
    CREDENTIAL("credential", "user_id, hash, version"),
    PROFILE("profile", "user_id, phone, timezone, locale, product_news, invitation_mail, preferences"),
    AVATAR("avatar", "user_id, tag, png"),
    TENANT_DOMAIN("tenant_domain", "host, is_primary, created_at"),
    MEMBERSHIP("membership", "user_id, role, joined_at, last_used_at"),
    INVITATION(
            "invitation",
            "id, email, email_canonical, role, digest, status, invited_by, by_operator, created_at, expires_at"),
    API_KEY(
            "api_key",
            "id, name, scopes, created_by, created_at, expires_at, digest, last_four, secret_since, previous_digest,"
                    + " previous_last_four, previous_since, previous_until, revoked_at"),
    API_KEY_USE("api_key_use", "key_id, last_used_at, requests, previous_secret_requests, secret_since"),
    API_KEY_DAILY_USE("api_key_daily_use", "key_id, day, requests, units"),
    TENANT_USAGE("tenant_usage", "month, units, noticed_percent");

    /** Archives that were made before keys were there have nothing of them. */
    private static final Set<ControlTable> OF_KEYS = EnumSet.of(API_KEY, API_KEY_USE, API_KEY_DAILY_USE, TENANT_USAGE);

    private final String table;
    private final String columns;

    ControlTable(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Of the archive. */
    String entry() {
        return "control/" + table + ".ndjson";
    }

    /** Whether an archive may lack it. */
    boolean isOptional() {
        return OF_KEYS.contains(this);
    }

    String columns() {
        return columns;
    }

    List<String> columnList() {
        return Arrays.asList(columns.split(", "));
    }

    /** As it stands in SQL. */
    String in(ControlSchema control) {
        return control.quoted() + "." + table;
    }

    /** The temporary table of what an archive says. */
    String archived() {
        return "pg_temp.archived_" + table;
    }

    /** The rows of a tenant, as JSON. */
    String rows(ControlSchema control, TenantId tenant, List<TenantTable> tables) {
        String whose = switch (this) {
            case TENANT -> "id = '" + tenant + "'";
            case APP_USER -> "id in (" + users(control, tenant, tables) + ")";
            // Those who are gone have passwords elsewhere, which are nothing to this tenant.
            case CREDENTIAL -> "user_id in (" + members(control, tenant) + ")";
            case PROFILE, AVATAR -> "user_id in (" + users(control, tenant, tables) + ")";
            case TENANT_DOMAIN, MEMBERSHIP, INVITATION, API_KEY, API_KEY_USE, API_KEY_DAILY_USE, TENANT_USAGE ->
                "tenant_id = '" + tenant + "'";
        };
        String key = columnList().get(0);
        return "select row_to_json(r) from (select " + columns + " from " + in(control) + " where " + whose
                + " order by " + key + ") r";
    }

    private static String members(ControlSchema control, TenantId tenant) {
        return "select user_id from " + MEMBERSHIP.in(control) + " where tenant_id = '" + tenant + "'";
    }

    /** Members, and whom else rows refer to: those who left, say. */
    private static String users(ControlSchema control, TenantId tenant, List<TenantTable> tables) {
        Stream<String> inControl = Stream.of(
                members(control, tenant),
                "select invited_by from " + INVITATION.in(control) + " where tenant_id = '" + tenant + "'");
        Stream<String> inSchema = tables.stream()
                .flatMap(table -> table.userColumns().stream()
                        .map(column -> "select " + TenantTable.quoted(column) + " from " + table.quoted()));
        return String.join(" union ", Stream.concat(inControl, inSchema).toList());
    }
}
