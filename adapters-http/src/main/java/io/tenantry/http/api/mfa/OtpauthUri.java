package io.tenantry.http.api.mfa;

import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.user.EmailAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a code generator is set up by (the Key URI Format of Google Authenticator; the parameters of RFC 6238, section 4). */
final class OtpauthUri {
    private OtpauthUri() {}

    /** @param issuer how the generator names this server; without a colon, which divides it from the account */
    static String of(String issuer, EmailAddress account, TotpSecret secret) {
        String label = encoded(issuer) + ":" + encoded(account.value());
        return "otpauth://totp/" + label + "?secret=" + secret.base32() + "&issuer=" + encoded(issuer)
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /** Percent-encoded (RFC 3986, section 2.1): a generator shows a plus as a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
