package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.http.auth.TokenForge.ManualClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private final VerifiedTokens tokens = new VerifiedTokens();
    private final VerifiedToken token = new VerifiedToken(
            new TokenClaims.OfUser(new TokenForge().claims(new ManualClock().instant())), Optional.empty(), "first");

    @Test
    void ten_thousand_are_kept_those_that_were_used_last() {
        for (int i = 0; i < 10_000; i++) {
            tokens.keep(digest(i), token);
        }
        assertThat(tokens.find(digest(0))).isPresent();
        tokens.keep(digest(10_000), token);
        assertThat(tokens.size()).isEqualTo(10_000);
        assertThat(tokens.find(digest(0))).isPresent();
        assertThat(tokens.find(digest(1))).isEmpty();
    }

    @Test
    void what_is_forgotten_is_gone() {
        tokens.keep(digest(1), token);
        tokens.forget(digest(1));
        assertThat(tokens.find(digest(1))).isEmpty();
    }

    private static TokenDigest digest(int number) {
        return TokenDigest.of(Integer.toString(number));
    }
}
