package io.tenantry.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.session.SigningKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadSigningKeysTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void the_first_key_is_made_when_it_is_first_asked_for_and_stays() {
        List<SigningKey> first = read();

        assertThat(first).hasSize(1);
        assertThat(read()).isEqualTo(first);
    }

    @Test
    void it_is_an_RSA_key_of_2048_bits_with_a_random_name() {
        SigningKey key = read().get(0);

        assertThat(key.pair().getPublic())
                .isInstanceOfSatisfying(
                        RSAPublicKey.class,
                        rsa -> assertThat(rsa.getModulus().bitLength()).isEqualTo(2048));
        assertThat(key.createdAt()).isEqualTo(tenantry.now());
        assertThat(key.id())
                .matches("[A-Za-z0-9_-]{22}")
                .isNotEqualTo(new TenantryFixture()
                        .useCases()
                        .sessions()
                        .readSigningKeys()
                        .read()
                        .get(0)
                        .id());
    }

    @Test
    void of_several_that_ask_first_at_once_all_get_the_same_key() throws Exception {
        List<Object> outcomes = InParallel.outcomes(4, number -> read());

        assertThat(outcomes.stream().distinct())
                .hasSize(1)
                .allSatisfy(keys -> assertThat(keys).isInstanceOf(List.class));
    }

    private List<SigningKey> read() {
        return tenantry.useCases().sessions().readSigningKeys().read();
    }
}
