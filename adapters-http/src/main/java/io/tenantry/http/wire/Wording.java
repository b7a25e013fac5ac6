package io.tenantry.http.wire;

import io.tenantry.domain.failure.DomainFailure;
import java.util.Map;

/** What a contract documents for a refusal of the core: its status and its words. */
public record Wording(int status, String text) {
    /** The contract's words, or where it has none, as for HTTP's own refusals, those that the refusal came with. */
    public static Wording of(Refusal refusal, Map<Class<? extends DomainFailure>, Wording> contract) {
        Wording own = new Wording(refusal.status(), refusal.text());
        return refusal.failure()
                .map(failure -> contract.getOrDefault(failure, own))
                .orElse(own);
    }
}
