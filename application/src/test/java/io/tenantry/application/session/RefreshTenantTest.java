package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.RefreshSession.Command;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which tenant refreshed tokens work. Ada owns Acme, then joined Beta; Gamma is another's. */
class RefreshTenantTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final Tenant beta = tenantry.registerCompany("Beta", GRACE).tenant();

    RefreshTenantTest() {
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.join(tenantry.stored(ADA).orElseThrow(), beta, Role.MEMBER);
    }

    @Test
    void refreshing_stays_in_the_tenant_of_the_token_wherever_the_user_works_meanwhile() {
        SignedIn inAcme = signInTo(acme);
        tenantry.pass(Duration.ofSeconds(1));
        SignedIn inBeta = signInTo(beta);

        assertWorksIn(rotate(inAcme), acme, Role.OWNER);
        assertWorksIn(rotate(rotate(inBeta)), beta, Role.MEMBER);
    }

    @Test
    void a_token_of_a_tenant_that_is_not_active_is_told_so_and_is_not_spent() {
        SignedIn inAcme = signInTo(acme);
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> rotate(inAcme)).isInstanceOf(TenantNotActive.class);
        tenantry.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> rotate(inAcme)).isInstanceOf(TenantNotActive.class);

        tenantry.change(acme, TenantStatus.ACTIVE);
        assertWorksIn(rotate(inAcme), acme, Role.OWNER);
    }

    @Test
    void a_refusal_on_account_of_the_tenant_is_no_use_of_the_session() {
        SignedIn inAcme = signInTo(acme);
        tenantry.change(acme, TenantStatus.SUSPENDED);
        tenantry.pass(Duration.ofHours(23));
        assertThatThrownBy(() -> rotate(inAcme)).isInstanceOf(TenantNotActive.class);
        tenantry.change(acme, TenantStatus.ACTIVE);
        tenantry.pass(Duration.ofHours(1));

        assertThatThrownBy(() -> rotate(inAcme)).isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void a_reused_token_ends_its_session_whatever_its_tenants_status() {
        SignedIn inAcme = signInTo(acme);
        SignedIn next = rotate(inAcme);
        tenantry.change(acme, TenantStatus.SUSPENDED);
        tenantry.pass(Duration.ofSeconds(11));
        assertThatThrownBy(() -> rotate(inAcme)).isInstanceOf(InvalidRefreshToken.class);
        tenantry.change(acme, TenantStatus.ACTIVE);

        assertThatThrownBy(() -> rotate(next)).isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void whoever_left_the_tokens_tenant_moves_on_to_the_usual_one() {
        Tenant gamma = tenantry.registerCompany("Gamma", EmailAddress.of("g@example.org"))
                .tenant();
        SignedIn signedIn = signInTo(acme);
        RefreshToken ofGamma = issued(signedIn.claims().session(), Optional.of(gamma.id()));

        SignedIn movedOn = rotate(ofGamma);

        assertWorksIn(movedOn, acme, Role.OWNER);
        assertWorksIn(rotate(movedOn), acme, Role.OWNER);
    }

    @Test
    void whoever_left_the_tokens_tenant_and_has_only_closed_ones_is_told_so() {
        Tenant gamma = tenantry.registerCompany("Gamma", EmailAddress.of("g@example.org"))
                .tenant();
        RefreshToken ofGamma = issued(signInTo(acme).claims().session(), Optional.of(gamma.id()));
        tenantry.change(acme, TenantStatus.SUSPENDED);
        tenantry.change(beta, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> rotate(ofGamma)).isInstanceOf(TenantNotActive.class);
    }

    @Test
    void whoever_left_their_only_tenant_works_in_none() {
        EmailAddress loner = EmailAddress.of("loner@example.org");
        tenantry.registerVerifiedUser(loner);
        RefreshToken ofAcme = issued(tenantry.signIn(loner).claims().session(), Optional.of(acme.id()));

        SignedIn refreshed = rotate(ofAcme);

        assertThat(refreshed.tenant()).isEmpty();
        assertThat(refreshed.claims().tenant()).isEmpty();
        assertThat(refreshed.claims().role()).isEmpty();
    }

    @Test
    void whoever_had_no_tenant_and_joined_one_works_there_from_the_next_refresh_on() {
        EmailAddress loner = EmailAddress.of("loner@example.org");
        SignedIn without = signedInWithoutTenant(loner);

        tenantry.join(without.user(), beta, Role.ADMIN);

        assertWorksIn(rotate(without), beta, Role.ADMIN);
    }

    @Test
    void a_session_of_a_user_who_is_no_more_is_refused() {
        Session session =
                SessionFixture.openedAt(tenantry.now(), UserFixture.aUser().id(), SessionKind.ROTATING);
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().open(session);
            return session;
        });
        RefreshToken token = issued(session.id(), Optional.empty());

        assertThatThrownBy(() -> rotate(token)).isInstanceOf(InvalidRefreshToken.class);
    }

    private SignedIn signedInWithoutTenant(EmailAddress email) {
        tenantry.registerVerifiedUser(email);
        return tenantry.signIn(email);
    }

    private SignedIn signInTo(Tenant tenant) {
        return tenantry.useCases()
                .sessions()
                .signIn()
                .signIn(new SignIn.Command(
                        ADA,
                        PASSWORD,
                        Optional.of(tenant.id()),
                        Optional.empty(),
                        SessionKind.ROTATING,
                        false,
                        Device.UNKNOWN));
    }

    private RefreshToken issued(SessionId session, Optional<TenantId> tenant) {
        RefreshToken token = RefreshToken.rotating(UniqueFixture.random());
        return tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().issue(token.digest(), session, tenant, tenantry.now());
            return token;
        });
    }

    private SignedIn rotate(SignedIn before) {
        return rotate(before.refreshToken().orElseThrow());
    }

    private SignedIn rotate(RefreshToken token) {
        return tenantry.useCases()
                .sessions()
                .refreshSession()
                .refresh(new Command(token, SessionKind.ROTATING, Device.UNKNOWN));
    }

    private static void assertWorksIn(SignedIn signedIn, Tenant tenant, Role role) {
        assertThat(signedIn.claims().tenant()).contains(tenant.id());
        assertThat(signedIn.claims().role()).contains(role);
        assertThat(signedIn.tenant().orElseThrow().tenant().id()).isEqualTo(tenant.id());
    }
}
