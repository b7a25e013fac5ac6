package io.tenantry.application.audit;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.throttle.Throttle;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RemoveExpiredTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final UserId NOBODY = UserFixture.aUser().id();
    private static final TokenDigest DIGEST = TokenDigest.of("whatever");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final DrivenPorts ports = tenantry.ports();
    private final AuditTrail trail = new AuditTrail(ports, tenantry.tenantry().clock(), UniqueFixture.random());

    @Test
    void nothing_is_removed_where_nothing_is_over() {
        tenantry.registerCompany("Acme", ADA);
        tenantry.signIn(ADA);

        assertThat(remove()).isZero();
        assertThat(tenantry.signIn(ADA).user().email()).isEqualTo(ADA);
    }

    @Test
    void a_session_is_kept_for_30_days_after_it_was_over() {
        UserId ada = tenantry.registerVerifiedUser(ADA).id();
        tenantry.signIn(ADA);
        tenantry.pass(DAY.plus(Duration.ofDays(30)));
        remove();
        assertThat(sessionsOf(ada)).isEqualTo(1);

        tenantry.pass(Duration.ofMillis(1));
        remove();
        assertThat(sessionsOf(ada)).isZero();
    }

    @Test
    void a_session_that_is_used_stays() {
        tenantry.registerVerifiedUser(ADA);
        SignedIn session = tenantry.signIn(ADA);
        for (int day = 0; day < 40; day++) {
            tenantry.pass(DAY.minusSeconds(1));
            session = tenantry.refresh(session, SessionKind.ROTATING);
        }
        remove();

        assertThat(tenantry.authenticate(session).user())
                .isEqualTo(session.user().id());
    }

    @Test
    void challenges_and_ceremonies_go_once_they_expired_and_tokens_a_day_later() {
        UserId ada = tenantry.registerVerifiedUser(ADA).id();
        Instant end = tenantry.now();
        ports.transactions().outsideTenants(() -> {
            ports.oneTimeTokens().replace(aResetToken(ada, end));
            ports.mfaChallenges()
                    .open(new MfaChallenge(
                            DIGEST,
                            ada,
                            new CredentialVersion(1),
                            SessionKind.ROTATING,
                            Optional.empty(),
                            false,
                            5,
                            end));
            ports.ceremonies().open(new Ceremony(DIGEST, Ceremony.Purpose.SIGN_IN, Optional.empty(), "", end));
            return end;
        });

        tenantry.pass(Duration.ofMillis(1));
        remove();
        assertThat(isKept(p -> p.mfaChallenges().hold(DIGEST).isPresent())).isFalse();
        assertThat(isKept(p -> p.ceremonies().take(DIGEST).isPresent())).isFalse();

        tenantry.pass(DAY.minusMillis(1));
        remove();
        assertThat(isKept(p -> p.oneTimeTokens().find(DIGEST).isPresent())).isTrue();

        tenantry.pass(Duration.ofMillis(1));
        remove();
        assertThat(isKept(p -> p.oneTimeTokens().find(DIGEST).isPresent())).isFalse();
    }

    @Test
    void the_days_on_which_a_key_was_used_are_kept_for_400_days_and_revoked_tokens_until_their_end() {
        Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
        ApiKey key = used(acme);
        UUID token = UUID.randomUUID();
        ports.transactions().outsideTenants(() -> {
            ports.apiKeys().revokedTokens().revoke(token, tenantry.now().plus(DAY));
            return token;
        });
        LocalDate day = LocalDate.ofInstant(tenantry.now(), ZoneOffset.UTC);

        tenantry.pass(DAY.minusMillis(1));
        remove();
        assertThat(ports.apiKeys().revokedTokens().isRevoked(token)).isTrue();
        tenantry.pass(Duration.ofDays(399));
        remove();
        assertThat(ports.apiKeys().revokedTokens().isRevoked(token)).isFalse();
        assertThat(usage(key, day)).hasSize(1);

        tenantry.pass(DAY.plusMillis(1));
        remove();
        assertThat(usage(key, day)).isEmpty();
    }

    @Test
    void a_counter_that_still_counts_stays() {
        ThrottleKey key = ThrottleKey.mailTo(MailKind.VERIFY_EMAIL, ADA);
        Instant until = tenantry.now().plus(Duration.ofHours(1));
        ports.transactions().outsideTenants(() -> {
            ports.throttles().keep(key, new Throttle(5, tenantry.now(), Optional.of(until)));
            return key;
        });

        tenantry.pass(DAY.plus(Duration.ofHours(1)));
        remove();
        assertThat(isKept(p -> p.throttles().find(key).isPresent())).isTrue();

        tenantry.pass(Duration.ofMillis(1));
        remove();
        assertThat(isKept(p -> p.throttles().find(key).isPresent())).isFalse();
    }

    @Test
    void the_audit_of_the_installation_and_of_every_tenant_is_kept_for_a_year() {
        Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
        Tenant other = tenantry.registerCompany("Other", GRACE).tenant();
        AuditEvent[] noted = {note(Optional.empty()), note(Optional.of(acme)), note(Optional.of(other))};
        tenantry.pass(Duration.ofDays(365));
        AuditEvent young = note(Optional.of(acme));
        remove();
        assertThat(tenantry.tenantry().audit()).contains(noted).contains(young);

        tenantry.pass(Duration.ofMillis(1));
        remove();
        assertThat(tenantry.tenantry().audit()).doesNotContain(noted).contains(young);
    }

    @Test
    void much_is_removed_in_portions_of_a_thousand_and_counted() {
        ports.transactions().outsideTenants(() -> {
            for (int i = 0; i < 2500; i++) {
                trail.done(AuditAction.ACCOUNT_UPDATED, NOBODY, Device.UNKNOWN);
            }
            return trail;
        });
        tenantry.pass(Duration.ofDays(366));
        List<String> calls = new ArrayList<>();

        int removed = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(ports, calls::add))
                .audit()
                .removeExpired()
                .remove();

        assertThat(removed).isEqualTo(2500);
        assertThat(calls).filteredOn("AuditEvents.removeBefore"::equals).hasSize(3);
    }

    @Test
    void whatever_ends_some_day_is_asked_after() {
        tenantry.registerCompany("Acme", ADA);
        List<String> calls = new ArrayList<>();

        PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(ports, calls::add))
                .audit()
                .removeExpired()
                .remove();

        assertThat(calls)
                .filteredOn(call -> call.contains(".remove"))
                .containsExactlyInAnyOrder(
                        "Sessions.removeOver",
                        "Outbox.removeDone",
                        "OneTimeTokens.removeExpired",
                        "MfaChallenges.removeExpired",
                        "KeyedCalls.removeExpired",
                        "Ceremonies.removeExpired",
                        "Authorizations.removeExpired",
                        "Throttles.removeOver",
                        "RevokedTokens.removeExpired",
                        "ApiKeys.removeUsage",
                        "Deliveries.removeDone",
                        "AuditEvents.removeBefore",
                        "AuditEvents.removeBefore");
    }

    private int remove() {
        return tenantry.useCases().audit().removeExpired().remove();
    }

    private int sessionsOf(UserId user) {
        return ports.transactions()
                .outsideTenants(() -> ports.sessions().of(user).size());
    }

    private ApiKey used(Tenant tenant) {
        ApiKey key = ApiKeyFixture.of(tenant.id(), NOBODY);
        ports.transactions().inTenant(tenant.id(), () -> {
            ports.apiKeys().keys().add(key);
            return key;
        });
        ports.apiKeys().uses().admit(ports.apiKeys().known().find(key.id()).orElseThrow(), false, 1, tenantry.now());
        ports.apiKeys().uses().write(tenantry.now());
        return key;
    }

    private List<DailyUse> usage(ApiKey key, LocalDate day) {
        return ports.transactions()
                .inTenant(key.tenant(), () -> ports.apiKeys().keys().usage(key.tenant(), key.id(), day, day));
    }

    private boolean isKept(Predicate<DrivenPorts> there) {
        return ports.transactions().outsideTenants(() -> there.test(ports));
    }

    private OneTimeToken aResetToken(UserId user, Instant end) {
        return new OneTimeToken(DIGEST, TokenPurpose.RESET_PASSWORD, user, ADA, new CredentialVersion(1), end);
    }

    private AuditEvent note(Optional<Tenant> tenant) {
        ports.transactions().outsideTenants(() -> {
            trail.doneBySystem(AuditAction.TENANT_STATUS_CHANGED, tenant, Optional.empty(), Map.of());
            return tenant;
        });
        List<AuditEvent> all = tenantry.tenantry().audit();
        return all.get(all.size() - 1);
    }
}
