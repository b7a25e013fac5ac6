package io.tenantry;

import io.tenantry.application.Policies;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.user.EmailVerification;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long tokens live, who must verify an address, and under which domain tenants are. */
final class PolicySettings {

    private PolicySettings() {}

    static Policies read(Values values) {
        Optional<HostName> baseDomain = values.read(
                "TENANTRY_BASE_DOMAIN",
                "a domain such as example.com, in lower case and of 202 characters at most,",
                PolicySettings::baseDomain);
        Policies standard = Policies.STANDARD;
        return new Policies(
                tokens(values, standard.tokens()),
                values.read(
                        "TENANTRY_EMAIL_VERIFICATION",
                        standard.emailVerification(),
                        "contract, always or never",
                        PolicySettings::verification),
                baseDomain.orElse(standard.baseDomain()));
    }

    private static TokenPolicy tokens(Values values, TokenPolicy standard) {
        return new TokenPolicy(
                duration(values, "TENANTRY_ACCESS_TTL", standard.access()),
                duration(values, "TENANTRY_REFRESH_TTL", standard.idle()),
                duration(values, "TENANTRY_REMEMBER_TTL", standard.remembered()),
                duration(values, "TENANTRY_SESSION_MAX", standard.maximum()),
                standard.grace());
    }

    private static Duration duration(Values values, String name, Duration standard) {
        return values.read(name, standard, Parsers.DURATION_FORM, Parsers::duration);
    }

    private static Optional<EmailVerification> verification(String text) {
        return Parsers.oneOf(text, List.of("contract", "always", "never"))
                .map(word -> EmailVerification.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** Policies refuses one that leaves no room for a slug. */
    private static Optional<HostName> baseDomain(String text) {
        return Parsers.made(text, HostName::new)
                .flatMap(host -> Parsers.made(
                                text,
                                same -> new Policies(
                                        Policies.STANDARD.tokens(), Policies.STANDARD.emailVerification(), host))
                        .map(Policies::baseDomain));
    }
}
