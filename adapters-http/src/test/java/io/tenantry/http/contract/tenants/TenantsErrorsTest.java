package io.tenantry.http.contract.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.http.wire.Wording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantsErrorsTest {
    @Test
    void every_refusal_of_the_core_has_this_contracts_words_or_is_the_native_apis_alone() {
        List<Class<?>> worded = new ArrayList<>(TenantsErrors.WORDINGS.keySet());
        worded.addAll(Wording.NATIVE_ONLY);
        assertThat(worded).containsExactlyInAnyOrder(DomainFailure.class.getPermittedSubclasses());
    }
}
