package io.tenantry.http.api.mfa;

import io.tenantry.domain.mfa.RecoveryCode;
import java.util.List;

/** The answers about second factors. */
final class MfaJson {
    private MfaJson() {}

    /** @param secret in base32, as it is typed into a generator that cannot read the code */
    record TotpJson(String secret, String otpauthUri, String qrSvg) {}

    record RecoveryCodesJson(List<String> recoveryCodes) {
        static RecoveryCodesJson of(List<RecoveryCode> codes) {
            return new RecoveryCodesJson(codes.stream().map(RecoveryCode::value).toList());
        }
    }
}
