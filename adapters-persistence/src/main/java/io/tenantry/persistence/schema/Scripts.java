package io.tenantry.persistence.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that this release brings: named here, so that nobody need search the class path for it at every start. */
final class Scripts {

    /** For the control plane, run by Flyway; a test holds the list against the folder. */
    private static final List<String> CONTROL = List.of(
            "V001__accounts.sql",
            "V002__row_security.sql",
            "V003__tenant_schemas.sql",
            "V004__account_life.sql",
            "V005__second_factors_and_identities.sql",
            "V006__tenancy.sql",
            "V007__tenant_fleet.sql",
            "V008__audit_reading.sql",
            "V009__api_keys.sql",
            "V010__webhooks.sql",
            "V011__signing_key_rotation.sql",
            "V012__keyed_calls.sql");

    /** For each tenant's schema; the same. */
    private static final List<String> TENANT = List.of(
            "V001__audit_event_and_setting.sql",
            "V002__audit_event_outcome.sql",
            "V003__audit_chain.sql",
            "V004__audit_actor_api_key.sql");

    private Scripts() {}

    static List<Script> control() {
        return CONTROL.stream().map(name -> Script.load("control/" + name)).toList();
    }

    static List<Script> tenant() {
        return TENANT.stream().map(name -> Script.load("tenant/" + name)).toList();
    }

    static Script serverRole() {
        return Script.load("server_role.sql");
    }

    /** The newest of the control plane, as Flyway notes it. */
    static String newestControlVersion() {
        return "%03d".formatted(control().get(CONTROL.size() - 1).version());
    }

    static int newestTenantVersion() {
        return tenant().get(TENANT.size() - 1).version();
    }

    /** Of all of it, and the host's. */
    static String fingerprint(TenantMigrations hosts) {
        String all = Stream.of(control(), tenant(), List.of(serverRole()))
                .flatMap(List::stream)
                .map(script -> script.name() + " " + script.checksum())
                .collect(Collectors.joining("\n"));
        return Script.sha256(hosts.isEmpty() ? all : all + "\n\n" + hosts.fingerprint());
    }
}
