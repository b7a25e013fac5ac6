package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.session.SignInFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.EndSession.Own;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.session.SwitchTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SwitchTenantTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final Tenant beta = tenantry.registerCompany("Beta", GRACE).tenant();
    private final Tenant gamma = tenantry.registerCompany("Gamma", EmailAddress.of("joan@example.org"))
            .tenant();

    SwitchTenantTest() {
        tenantry.pass(Duration.ofMillis(1));
        tenantry.join(tenantry.stored(ADA).orElseThrow(), beta, Role.MEMBER);
    }

    @Test
    void the_same_session_gets_new_tokens_in_the_other_tenant_and_the_old_ones_stay_valid_in_theirs() {
        SignedIn inAcme = tenantry.signIn(ADA);

        SignedIn inBeta = change(inAcme, beta.id());

        assertThat(inBeta.claims().session()).isEqualTo(inAcme.claims().session());
        assertThat(inBeta.claims().tenant()).contains(beta.id());
        assertThat(inBeta.claims().role()).contains(Role.MEMBER);
        assertThat(inBeta.claims().id()).isNotEqualTo(inAcme.claims().id());
        assertThat(tenantry.authenticate(inBeta).tenant()).contains(beta.id());
        assertThat(tenantry.authenticate(inAcme).tenant()).contains(acme.id());
        assertThat(tenantry.refresh(inBeta, SessionKind.ROTATING).claims().tenant())
                .contains(beta.id());
        assertThat(tenantry.refresh(inAcme, SessionKind.ROTATING).claims().tenant())
                .contains(acme.id());
    }

    @Test
    void the_refresh_token_is_of_the_sessions_kind_and_a_session_without_one_gets_none() {
        SignedIn fixed = change(tenantry.signIn(ADA, SessionKind.FIXED), beta.id());
        SignedIn accessOnly = change(tenantry.signIn(ADA, SessionKind.ACCESS_ONLY), beta.id());

        assertThat(UUID.fromString(fixed.refreshToken().orElseThrow().value()).version())
                .isEqualTo(4);
        assertThat(tenantry.refresh(fixed, SessionKind.FIXED).claims().tenant()).contains(beta.id());
        assertThat(accessOnly.refreshToken()).isEmpty();
        assertThat(tenantry.authenticate(accessOnly).tenant()).contains(beta.id());
    }

    @Test
    void R7_3_1_switching_is_a_use_of_the_session_and_its_tokens_never_outlive_it() {
        SignedIn accessOnly = tenantry.signIn(ADA, SessionKind.ACCESS_ONLY);
        SignedIn rotating = tenantry.signIn(ADA);
        tenantry.pass(Duration.ofMinutes(59));

        assertThat(change(accessOnly, beta.id()).claims().expiresAt())
                .isEqualTo(accessOnly.claims().expiresAt());
        assertThat(change(rotating, beta.id()).claims().expiresAt())
                .isEqualTo(tenantry.now().plus(Duration.ofHours(1)));
        assertThat(sessionOf(rotating).lastUsedAt()).isEqualTo(tenantry.now());
    }

    @Test
    void the_tenant_switched_to_is_where_the_user_works_from_then_on() {
        SignedIn inAcme = tenantry.signIn(ADA);
        tenantry.pass(Duration.ofMinutes(1));
        change(inAcme, beta.id());

        assertThat(tenantry.signIn(ADA).claims().tenant()).contains(beta.id());
    }

    @Test
    void R8_2_1_a_foreign_tenant_and_one_that_never_was_are_not_found_alike() {
        SignedIn signedIn = tenantry.signIn(ADA);

        assertThatThrownBy(() -> change(signedIn, gamma.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> change(signedIn, new TenantId(signedIn.user().id().value())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_tenant_that_is_not_active_is_told_so_and_nothing_is_noted() {
        SignedIn signedIn = tenantry.signIn(ADA);
        tenantry.change(beta, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> change(signedIn, beta.id())).isInstanceOf(TenantNotActive.class);

        assertThat(sessions.audited(AuditAction.TENANT_SWITCHED)).isEmpty();
    }

    @Test
    void R7_4_1_a_session_that_is_over_switches_no_more() {
        SignedIn signedIn = tenantry.signIn(ADA);
        Principal principal = tenantry.authenticate(signedIn);
        tenantry.useCases().sessions().endSession().end(new Own(principal, HOME));

        assertThatThrownBy(() -> tenantry.useCases()
                        .sessions()
                        .switchTenant()
                        .change(new SwitchTenant.Command(principal, beta.id(), HOME)))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R7_4_1_the_end_of_the_session_ends_the_tokens_of_every_tenant() {
        SignedIn inAcme = tenantry.signIn(ADA);
        SignedIn inBeta = change(inAcme, beta.id());

        tenantry.useCases().sessions().endSession().end(new Own(tenantry.authenticate(inAcme), HOME));

        assertThatThrownBy(() -> tenantry.authenticate(inBeta)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.refresh(inBeta, SessionKind.ROTATING))
                .isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void R16_3_1_a_switch_is_in_the_audit_of_the_tenant_that_was_entered() {
        SignedIn signedIn = tenantry.signIn(ADA);

        change(signedIn, beta.id());

        assertThat(sessions.audited(AuditAction.TENANT_SWITCHED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).map(Tenant::id).contains(beta.id());
                    assertThat(event.subject()).contains(signedIn.user().id());
                    assertThat(event.device()).isEqualTo(HOME);
                });
    }

    @Test
    void a_second_factor_that_was_shown_still_counts_after_a_switch() {
        SignedIn signedIn = tenantry.signIn(ADA);
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().secondFactorShown(signedIn.claims().session());
            return signedIn;
        });

        change(signedIn, beta.id());

        assertThat(sessionOf(signedIn).secondFactor()).isTrue();
    }

    private SignedIn change(SignedIn from, TenantId tenant) {
        return tenantry.useCases()
                .sessions()
                .switchTenant()
                .change(new SwitchTenant.Command(tenantry.authenticate(from), tenant, HOME));
    }

    private Session sessionOf(SignedIn signedIn) {
        return Optional.of(signedIn.claims().session())
                .flatMap(tenantry.ports().identities()::session)
                .orElseThrow();
    }
}
