package io.tenantry.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyPrefixTest {

    @Test
    void a_prefix_is_read_again() {
        for (UUID id : new UUID[] {new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID()}) {
            ApiKeyId key = new ApiKeyId(id);
            assertThat(ApiKeyId.ofPrefix(key.prefix())).contains(key);
        }
    }

    @Test
    void so_is_that_of_a_whole_key() {
        SecureRandom random = new SecureRandom();
        ApiKeyId key = ApiKeyId.next(Instant.EPOCH, random);
        assertThat(ApiKeyId.ofPrefix(ApiKeySecret.generate(key, random).value()))
                .contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tk_",
                "tk_000000000000000000000",
                "tk_00000000000000000000000",
                "TK_0000000000000000000000",
                "0000000000000000000000",
                "tk_zzzzzzzzzzzzzzzzzzzzzz",
                "tk_00000000000000000000-0",
                " tk_0000000000000000000000"
            })
    void what_is_none_is_empty(String text) {
        assertThat(ApiKeyId.ofPrefix(text)).isEmpty();
    }
}
