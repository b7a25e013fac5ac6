package io.tenantry.http.wire;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.mfa.MfaMethod;
import java.util.List;
import java.util.Map;

/**
 * What a sign-in that waits for a second factor tells beside its contract's own words: the same members in every contract.
 *
 * @param token to be shown at {@code POST /api/v1/session/mfa}
 * @param methods by what the second step may be done
 */
public record SecondStep(SecretToken token, List<String> methods) {
    private static final String CODE = "mfa_required";

    static SecondStep of(MfaRequired required) {
        return new SecondStep(
                required.challenge(),
                required.methods().stream().sorted().map(MfaMethod::word).toList());
    }

    /** Writes the members behind those that the body of an error has already. */
    public void addTo(Map<String, Object> body) {
        body.put("code", CODE);
        body.put("mfaToken", token.value());
        body.put("methods", methods);
    }
}
