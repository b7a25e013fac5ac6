package io.tenantry.http.api.passkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.passkey.FinishPasskeyRegistration.Added;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.http.wire.Json;
import java.util.List;

/**
 * A passkey as its user sees it. Neither its key nor its id at the authenticator is shown.
 *
 * @param recoveryCodes of the user's first second factor, shown this once; else absent
 */
record PasskeyJson(
        String id,
        String name,
        String createdAt,
        String lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> recoveryCodes) {

    static PasskeyJson of(Passkey passkey) {
        return of(passkey, List.of());
    }

    static PasskeyJson of(Added added) {
        return of(added.passkey(), added.recoveryCodes());
    }

    private static PasskeyJson of(Passkey passkey, List<RecoveryCode> codes) {
        return new PasskeyJson(
                passkey.id().toString(),
                passkey.name(),
                Json.time(passkey.createdAt()),
                passkey.lastUsedAt().map(Json::time).orElse(null),
                codes.stream().map(RecoveryCode::value).toList());
    }
}
