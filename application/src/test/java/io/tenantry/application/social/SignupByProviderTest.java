package io.tenantry.application.social;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.social.ProviderFixture.vouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignupByProviderTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void where_registration_is_open_a_newcomer_is_taken_up() {
        under(Signup.OPEN).signIn(vouched("ada", ADA));

        assertThat(tenantry.stored(ADA)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void where_it_is_closed_nobody_is_taken_up_by_a_providers_word(Signup closed) {
        ProviderFixture provider = under(closed);

        assertThatThrownBy(() -> provider.signIn(vouched("ada", ADA))).isInstanceOf(SignupClosed.class);

        assertThat(tenantry.stored(ADA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void where_it_is_closed_who_has_an_account_is_linked_and_signs_in(Signup closed) {
        User grace = tenantry.registerVerifiedUser(GRACE);
        ProviderFixture provider = under(closed);

        assertThat(provider.signIn(vouched("grace", GRACE)).user()).isEqualTo(grace);
        assertThat(provider.signIn(vouched("grace", ADA)).user()).isEqualTo(grace);
    }

    private ProviderFixture under(Signup signup) {
        UseCases useCases = UseCases.of(
                tenantry.ports(),
                Policies.STANDARD.withSignup(signup),
                tenantry.tenantry().clock(),
                new SecureRandom());
        return new ProviderFixture(tenantry, useCases);
    }
}
