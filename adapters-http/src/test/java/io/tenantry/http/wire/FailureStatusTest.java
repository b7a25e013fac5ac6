package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.DomainFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureStatusTest {
    @Test
    void every_refusal_of_the_core_has_a_status() {
        assertThat(List.<Class<?>>copyOf(FailureStatus.ALL.keySet()))
                .containsExactlyInAnyOrder(DomainFailure.class.getPermittedSubclasses());
    }
}
