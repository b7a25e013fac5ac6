package io.tenantry.domain.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SecretToken state = SecretToken.generate(UniqueFixture.random());
    private final SecretToken browser = SecretToken.generate(UniqueFixture.random());
    private final UserId user = UserFixture.aUser().id();

    @Test
    void R_E8_a_visit_serves_the_browser_that_began_it() {
        assertThat(visit(Optional.empty()).serves(browser, Optional.empty(), NOW))
                .isTrue();
        assertThat(visit(Optional.empty()).serves(state, Optional.empty(), NOW)).isFalse();
    }

    @Test
    void R_E8_a_visit_to_link_serves_its_user_alone_and_no_sign_in() {
        UserId other = UserFixture.aUser().id();

        assertThat(visit(Optional.of(user)).serves(browser, Optional.of(user), NOW))
                .isTrue();
        assertThat(visit(Optional.of(user)).serves(browser, Optional.of(other), NOW))
                .isFalse();
        assertThat(visit(Optional.of(user)).serves(browser, Optional.empty(), NOW))
                .isFalse();
        assertThat(visit(Optional.empty()).serves(browser, Optional.of(user), NOW))
                .isFalse();
    }

    @Test
    void R_E4_a_visit_is_over_after_ten_minutes() {
        Instant end = NOW.plusSeconds(600);

        assertThat(visit(Optional.empty()).serves(browser, Optional.empty(), end.minusNanos(1)))
                .isTrue();
        assertThat(visit(Optional.empty()).serves(browser, Optional.empty(), end))
                .isFalse();
    }

    @Test
    void R16_2_5_a_visit_shows_neither_nonce_nor_verifier() {
        assertThat(visit(Optional.of(user))).hasToString("Authorization[example]");
    }

    private Authorization visit(Optional<UserId> by) {
        return new Authorization(
                state.digest(),
                browser.digest(),
                new ProviderName("example"),
                by,
                "nonce",
                "verifier",
                NOW.plus(Authorization.LIFETIME));
    }
}
