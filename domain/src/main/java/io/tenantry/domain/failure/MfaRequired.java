package io.tenantry.domain.failure;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mfa.MfaMethod;
import java.util.Set;

/** The first factor was right; the second is asked for. */
public final class MfaRequired extends DomainFailure {

    private final transient SecretToken challenge;
    private final transient Set<MfaMethod> methods;

    /** @param challenge to be shown with the second factor; opens nothing by itself */
    public MfaRequired(SecretToken challenge, Set<MfaMethod> methods) {
        super("mfa_required", "A second factor is required");
        this.challenge = challenge;
        this.methods = Set.copyOf(methods);
    }

    public SecretToken challenge() {
        return challenge;
    }

    public Set<MfaMethod> methods() {
        return methods;
    }
}
