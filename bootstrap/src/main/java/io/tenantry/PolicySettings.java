package io.tenantry;

import io.tenantry.application.Policies;
import io.tenantry.domain.audit.Retention;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.Signup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long tokens live and what is over is kept, who may register and must verify an address, what is throttled, and where tenants are. */
final class PolicySettings {

    /** A hundred years. */
    private static final int MOST_DAYS = 36_500;

    private PolicySettings() {}

    static Policies read(Values values) {
        Policies standard = Policies.STANDARD;
        Optional<HostName> baseDomain = values.read(
                "TENANTRY_BASE_DOMAIN",
                "a domain such as example.com, in lower case and of 202 characters at most,",
                PolicySettings::baseDomain);
        return standard.withTokens(tokens(values, standard.tokens()))
                .withEmailVerification(values.read(
                        "TENANTRY_EMAIL_VERIFICATION",
                        standard.emailVerification(),
                        "contract, always or never",
                        PolicySettings::verification))
                .withBaseDomain(baseDomain.orElse(standard.baseDomain()))
                .withRateLimits(values.read("TENANTRY_RATE_LIMITS", true, "on or off", PolicySettings::onOrOff))
                .withRetention(retention(values, standard.retention()))
                .withSignup(values.read(
                        "TENANTRY_SIGNUP", standard.signup(), "open, invite or operator", PolicySettings::signup))
                .withUnverifiedTenants(duration(values, "TENANTRY_UNVERIFIED_TENANTS", standard.unverifiedTenants()));
    }

    private static Retention retention(Values values, Retention standard) {
        return new Retention(
                days(values, "TENANTRY_AUDIT_DAYS", standard.audit()),
                days(values, "TENANTRY_SESSION_DAYS", standard.sessions()),
                days(values, "TENANTRY_MAIL_DAYS", standard.mails()));
    }

    private static Duration days(Values values, String name, Duration standard) {
        return values.read(
                name,
                standard,
                "a number of days from 1 to " + MOST_DAYS,
                text -> Parsers.number(text, 1, MOST_DAYS).map(days -> Duration.ofDays(days)));
    }

    private static Optional<Boolean> onOrOff(String text) {
        return Parsers.oneOf(text, List.of("on", "off")).map("on"::equals);
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

    private static Optional<Signup> signup(String text) {
        return Parsers.oneOf(text, List.of("open", "invite", "operator"))
                .map(word -> Signup.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** Policies refuses one that leaves no room for a slug. */
    private static Optional<HostName> baseDomain(String text) {
        return Parsers.made(
                text,
                same -> Policies.STANDARD.withBaseDomain(new HostName(same)).baseDomain());
    }
}
