package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.Policies;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.CreateTenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may register, over all use cases by which one can. Those of providers: {@code SignupByProviderTest}; of invitations: their own tests. */
class SignupPolicyTest {

    private final TenantryFixture open = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(open);

    @Test
    void where_it_is_open_everybody_registers_and_makes_tenants() {
        UseCases useCases = under(Signup.OPEN);
        Principal by = existing();

        useCases.tenants().registerTenant().register(TenantryFixture.company("Acme", ADA));
        useCases.users().registerUser().register(newcomer());

        assertThat(open.stored(ADA)).isPresent();
        assertThat(open.stored(GRACE)).isPresent();
        assertThat(create(useCases, by).role()).isEqualTo(Role.OWNER);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void where_it_is_closed_nobody_registers_and_nothing_is_hashed_or_looked_up(Signup closed) {
        List<String> calls = new ArrayList<>();
        UseCases useCases = UseCases.of(
                PortsFixture.watched(open.ports(), calls::add),
                Policies.STANDARD.withSignup(closed),
                open.tenantry().clock(),
                new SecureRandom());

        assertThatThrownBy(() -> useCases.tenants().registerTenant().register(TenantryFixture.company("Acme", ADA)))
                .isInstanceOf(SignupClosed.class);
        assertThatThrownBy(() -> useCases.users().registerUser().register(newcomer()))
                .isInstanceOf(SignupClosed.class);

        assertThat(calls).isEmpty();
        assertThat(open.stored(ADA)).isEmpty();
        assertThat(open.stored(GRACE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void where_it_is_closed_who_is_registered_already_is_told_nothing_else(Signup closed) {
        open.registerCompany("Acme", ADA);

        assertThatThrownBy(
                        () -> under(closed).tenants().registerTenant().register(TenantryFixture.company("Acme", ADA)))
                .isInstanceOf(SignupClosed.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void where_it_is_closed_tenants_are_made_by_operators_with_two_factors_alone(Signup closed) {
        UseCases useCases = under(closed);
        Principal user = existing();
        Principal operator = new Principal(user.user(), user.session(), user.tenant(), user.role(), true);

        assertThatThrownBy(() -> create(useCases, user)).isInstanceOf(SignupClosed.class);
        assertThat(create(useCases, operator).role()).isEqualTo(Role.OWNER);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void where_it_is_closed_who_is_there_goes_on_as_before(Signup closed) {
        User user = open.registerVerifiedUser(TenancyFixture.anAddress());

        assertThat(under(closed)
                        .sessions()
                        .signIn()
                        .signIn(TenantryFixture.credentials(
                                user.email(), TenantryFixture.PASSWORD, SessionKind.ROTATING))
                        .user())
                .isEqualTo(user);
    }

    private Principal existing() {
        return tenancy.signedIn(open.registerVerifiedUser(TenancyFixture.anAddress()));
    }

    /** The same installation, started anew with another policy. */
    private UseCases under(Signup signup) {
        return UseCases.of(
                open.ports(),
                Policies.STANDARD.withSignup(signup),
                open.tenantry().clock(),
                new SecureRandom());
    }

    private static RegisterUser.Command newcomer() {
        return new RegisterUser.Command(GRACE, PersonName.NONE, TenantryFixture.PASSWORD, Device.UNKNOWN);
    }

    private static TenantDetails create(UseCases useCases, Principal by) {
        return useCases.tenants()
                .createTenant()
                .create(new CreateTenant.Command(by, new TenantName("Made"), Optional.empty(), OFFICE));
    }
}
