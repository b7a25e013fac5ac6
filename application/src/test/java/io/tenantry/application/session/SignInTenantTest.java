package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn.Command;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which tenant a new session's tokens work. Ada owns Acme, then joined Beta; Gamma is another's. */
class SignInTenantTest {

    private static final Optional<TenantReference> NONE = Optional.empty();
    private static final HostName ACME_HOST = new HostName("acme.localhost");
    private static final HostName BETA_HOST = new HostName("beta.localhost");
    private static final HostName GAMMA_HOST = new HostName("gamma.localhost");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final Tenant beta = tenantry.registerCompany("Beta", GRACE).tenant();
    private final Tenant gamma =
            tenantry.registerCompany("Gamma", EmailAddress.of("g@example.org")).tenant();

    SignInTenantTest() {
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.join(tenantry.stored(ADA).orElseThrow(), beta, Role.MEMBER);
    }

    @Test
    void the_oldest_membership_is_where_somebody_works_who_names_none_and_was_nowhere_yet() {
        SignedIn signedIn = signIn(NONE, Optional.empty());

        assertWorksIn(signedIn, acme, Role.OWNER);
    }

    @Test
    void the_tenant_named_by_id_or_slug_is_taken_and_then_is_the_usual_one() {
        assertWorksIn(signIn(Optional.of(beta.id()), Optional.empty()), beta, Role.MEMBER);
        tenantry.pass(Duration.ofSeconds(1));
        assertWorksIn(signIn(NONE, Optional.empty()), beta, Role.MEMBER);
        tenantry.pass(Duration.ofSeconds(1));

        assertWorksIn(signIn(Optional.of(new Slug("acme")), Optional.empty()), acme, Role.OWNER);
        tenantry.pass(Duration.ofSeconds(1));
        assertWorksIn(signIn(NONE, Optional.empty()), acme, Role.OWNER);
    }

    @Test
    void R8_2_2_another_tenant_is_not_found_just_as_one_that_is_not_there() {
        for (TenantReference foreign :
                List.of(gamma.id(), gamma.slug(), TenantFixture.aTenant().id(), new Slug("nobody"))) {
            assertThatThrownBy(() -> signIn(Optional.of(foreign), Optional.empty()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_named_tenant_that_is_not_active_is_told_so() {
        for (TenantStatus closed : List.of(TenantStatus.SUSPENDED, TenantStatus.INACTIVE)) {
            tenantry.change(beta, closed);

            assertThatThrownBy(() -> signIn(Optional.of(beta.id()), Optional.empty()))
                    .isInstanceOf(TenantNotActive.class);
        }
    }

    @Test
    void neither_is_told_before_the_password_was_right() {
        tenantry.change(beta, TenantStatus.SUSPENDED);

        for (TenantReference named : List.of(beta.id(), gamma.id())) {
            assertThatThrownBy(() -> signIn(new Password("wrong password"), Optional.of(named), Optional.empty()))
                    .isInstanceOf(InvalidCredentials.class);
        }
    }

    @Test
    void the_host_that_is_a_domain_of_the_users_names_its_tenant() {
        assertWorksIn(signIn(NONE, Optional.of(BETA_HOST)), beta, Role.MEMBER);
        assertWorksIn(signIn(NONE, Optional.of(ACME_HOST)), acme, Role.OWNER);
    }

    @Test
    void R8_4_1_a_foreign_or_unknown_host_is_passed_over() {
        assertWorksIn(signIn(NONE, Optional.of(GAMMA_HOST)), acme, Role.OWNER);
        assertWorksIn(signIn(NONE, Optional.of(new HostName("localhost"))), acme, Role.OWNER);
    }

    @Test
    void a_host_of_the_users_whose_tenant_is_not_active_is_told_so() {
        tenantry.change(beta, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> signIn(NONE, Optional.of(BETA_HOST))).isInstanceOf(TenantNotActive.class);
    }

    @Test
    void the_tenant_named_outdoes_the_host() {
        assertWorksIn(signIn(Optional.of(acme.id()), Optional.of(BETA_HOST)), acme, Role.OWNER);
    }

    @Test
    void a_suspended_tenant_is_passed_over_for_an_active_one() {
        signIn(Optional.of(acme.id()), Optional.empty());
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertWorksIn(signIn(NONE, Optional.empty()), beta, Role.MEMBER);
    }

    @Test
    void a_user_all_of_whose_tenants_are_closed_is_told_so() {
        tenantry.change(acme, TenantStatus.SUSPENDED);
        tenantry.change(beta, TenantStatus.INACTIVE);

        assertThatThrownBy(() -> signIn(NONE, Optional.empty())).isInstanceOf(TenantNotActive.class);
        assertThatThrownBy(() -> signIn(NONE, Optional.of(GAMMA_HOST))).isInstanceOf(TenantNotActive.class);
    }

    @Test
    void a_user_without_memberships_gets_a_token_without_tenant() {
        tenantry.registerVerifiedUser(EmailAddress.of("loner@example.org"));

        SignedIn signedIn = tenantry.signIn(EmailAddress.of("loner@example.org"));

        assertThat(signedIn.tenant()).isEmpty();
        assertThat(signedIn.claims().tenant()).isEmpty();
        assertThat(signedIn.claims().role()).isEmpty();
    }

    @Test
    void a_refused_sign_in_leaves_no_trace_of_use() {
        tenantry.change(beta, TenantStatus.SUSPENDED);
        assertThatThrownBy(() -> signIn(Optional.of(beta.id()), Optional.empty()))
                .isInstanceOf(TenantNotActive.class);
        tenantry.change(beta, TenantStatus.ACTIVE);

        assertWorksIn(signIn(NONE, Optional.empty()), acme, Role.OWNER);
    }

    private SignedIn signIn(Optional<TenantReference> tenant, Optional<HostName> host) {
        return signIn(PASSWORD, tenant, host);
    }

    private SignedIn signIn(Password password, Optional<TenantReference> tenant, Optional<HostName> host) {
        return tenantry.useCases()
                .sessions()
                .signIn()
                .signIn(new Command(ADA, password, tenant, host, SessionKind.ROTATING, false, Device.UNKNOWN));
    }

    private static void assertWorksIn(SignedIn signedIn, Tenant tenant, Role role) {
        assertThat(signedIn.claims().tenant()).contains(tenant.id());
        assertThat(signedIn.claims().role()).contains(role);
        assertThat(signedIn.tenant().orElseThrow().tenant()).isEqualTo(tenant);
    }
}
