package io.tenantry.domain.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.NotFound;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityProvidersTest {

    private static final ProviderName ANY = new ProviderName("example");

    @Test
    void without_configuration_there_is_no_provider_and_none_can_be_visited() {
        assertThat(IdentityProviders.NONE.all()).isEmpty();
        assertThatThrownBy(() -> IdentityProviders.NONE.authorizationUri(ANY, "state", "nonce", "verifier"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> IdentityProviders.NONE.redeem(AuthorizationFixture.toSignIn(), "code", Optional.empty()))
                .isInstanceOf(NotFound.class);
    }
}
