package io.tenantry;

import java.util.List;
import java.util.Map;

/**
 * Settings of what this version does not have. One that promises a protection or a function must not be passed over: the
 * start is refused. Any other is accepted with a warning, so that one configuration serves several versions.
 */
final class LaterFeatures {

    private static final Map<String, String> ONLY = Map.of("TENANTRY_SIGNUP", "open", "DATABASE_ENGINE", "postgres");

    private static final List<String> REFUSED =
            List.of("TENANTRY_BREACHED_PASSWORDS", "TENANTRY_SECURITY_LOG", "TENANTRY_TENANT_MIGRATIONS");

    private static final List<String> WITHOUT_EFFECT = List.of(
            "TENANTRY_AUDIT_DAYS",
            "TENANTRY_GITHUB_CLIENT_ID",
            "TENANTRY_GITHUB_SECRET",
            "TENANTRY_LINK_EMAIL",
            "TENANTRY_LINK_INVITE",
            "TENANTRY_MAIL_DAYS",
            "TENANTRY_METRICS_TOKEN",
            "TENANTRY_RATE_LIMITS",
            "TENANTRY_SESSION_DAYS",
            "TENANTRY_UNVERIFIED_TENANTS",
            "TENANTRY_WEBAUTHN_RP_ID");

    private LaterFeatures() {}

    static void check(Values values) {
        ONLY.forEach((name, supported) -> {
            if (values.given(name).filter(value -> !value.equals(supported)).isPresent()) {
                values.refuse(name, "it is not supported by this version; " + supported);
            }
        });
        REFUSED.stream()
                .filter(name -> values.given(name).isPresent())
                .forEach(name -> values.refuse(name, "it is not supported by this version; leaving it out"));
        values.read("TENANTRY_RATE_LIMITS", "on or off", text -> Parsers.oneOf(text, List.of("on", "off")));
        for (String name : values.names()) {
            if (WITHOUT_EFFECT.contains(name) || KnownNames.isOidc(name)) {
                values.warn(name + " has no effect in this version");
            }
        }
    }
}
