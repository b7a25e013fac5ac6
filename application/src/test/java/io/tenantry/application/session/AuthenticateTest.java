package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticateTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final SignedIn ada = tenantry.signIn(ADA);

    @Test
    void claims_that_hold_tell_who_calls_and_in_which_tenant_and_role() {
        assertThat(tenantry.authenticate(ada))
                .isEqualTo(new Principal(
                        ada.user().id(),
                        ada.claims().session(),
                        Optional.of(acme.id()),
                        Optional.of(Role.OWNER),
                        false));
    }

    @Test
    void a_session_that_never_was_does_not_hold() {
        SessionId unknown = SessionId.next(tenantry.now(), UniqueFixture.random());

        refused(claims(ada.user().id(), unknown, Optional.empty()));
    }

    @Test
    void a_session_of_another_user_does_not_hold() {
        UserId grace = tenantry.registerUser(GRACE).id();

        refused(claims(grace, ada.claims().session(), Optional.empty()));
    }

    @Test
    void a_user_who_is_no_more_is_refused() {
        Session session =
                SessionFixture.openedAt(tenantry.now(), UserFixture.aUser().id(), SessionKind.ROTATING);
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().open(session);
            return session;
        });

        refused(claims(session.user(), session.id(), Optional.empty()));
    }

    @Test
    void a_session_is_over_at_its_absolute_end() {
        SignedIn accessOnly = tenantry.signIn(ADA, SessionKind.ACCESS_ONLY);
        tenantry.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(tenantry.authenticate(accessOnly).user())
                .isEqualTo(ada.user().id());

        tenantry.pass(Duration.ofMillis(1));

        refused(accessOnly.claims());
    }

    @Test
    void idleness_is_left_to_the_end_of_the_token() {
        tenantry.pass(Duration.ofDays(2));

        assertThat(tenantry.authenticate(ada).session()).isEqualTo(ada.claims().session());
    }

    @Test
    void R7_4_2_a_tenant_that_is_not_active_is_refused() {
        for (TenantStatus closed : List.of(TenantStatus.SUSPENDED, TenantStatus.INACTIVE)) {
            tenantry.change(acme, closed);

            refused(ada.claims());
        }
    }

    @Test
    void R8_3_2_the_role_is_that_of_now_whatever_the_token_says() {
        AccessClaims said = ada.claims();
        AccessClaims boasting = new AccessClaims(
                said.user(),
                said.session(),
                said.tenant(),
                Optional.of(Role.MEMBER),
                said.issuedAt(),
                said.expiresAt(),
                said.id());

        assertThat(tenantry.useCases()
                        .sessions()
                        .authenticate()
                        .authenticate(boasting)
                        .role())
                .contains(Role.OWNER);
    }

    @Test
    void a_token_of_a_tenant_that_its_user_has_left_still_identifies_the_user() {
        Tenant other = tenantry.registerCompany("Other", GRACE).tenant();
        AccessClaims foreign = claims(ada.user().id(), ada.claims().session(), Optional.of(other.id()));

        Principal principal = tenantry.useCases().sessions().authenticate().authenticate(foreign);

        assertThat(principal.user()).isEqualTo(ada.user().id());
        assertThat(principal.tenant()).isEmpty();
        assertThat(principal.role()).isEmpty();
    }

    @Test
    void a_token_without_tenant_stays_without_though_its_user_has_one() {
        Principal principal = tenantry.useCases()
                .sessions()
                .authenticate()
                .authenticate(claims(ada.user().id(), ada.claims().session(), Optional.empty()));

        assertThat(principal.tenant()).isEmpty();
        assertThat(principal.role()).isEmpty();
    }

    @Test
    void an_operator_is_one_only_in_a_session_in_which_two_factors_were_shown() {
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().update(ada.user().appointed(true, tenantry.now()));
            return ada;
        });
        assertThat(tenantry.authenticate(ada).operator()).isFalse();

        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().secondFactorShown(ada.claims().session());
            return ada;
        });

        assertThat(tenantry.authenticate(ada).operator()).isTrue();
    }

    private AccessClaims claims(UserId user, SessionId session, Optional<TenantId> tenant) {
        return new AccessClaims(
                user,
                session,
                tenant,
                tenant.map(given -> Role.OWNER),
                tenantry.now(),
                tenantry.now().plus(Duration.ofHours(1)),
                ada.claims().id());
    }

    private void refused(AccessClaims claims) {
        assertThatThrownBy(() -> tenantry.useCases().sessions().authenticate().authenticate(claims))
                .isInstanceOf(Unauthenticated.class);
    }
}
