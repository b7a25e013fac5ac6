package io.tenantry.http.contract.frontendauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.DomainFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontendAuthErrorsTest {
    @Test
    void every_refusal_of_the_core_has_this_contracts_words() {
        assertThat(List.<Class<?>>copyOf(FrontendAuthErrors.WORDINGS.keySet()))
                .containsExactlyInAnyOrder(DomainFailure.class.getPermittedSubclasses());
    }
}
