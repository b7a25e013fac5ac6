package io.tenantry.http.api.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OtpauthUriTest {
    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void it_names_issuer_account_secret_and_how_codes_are_made() {
        assertThat(OtpauthUri.of("accounts.example", EmailAddress.of("ada@example.com"), SECRET))
                .isEqualTo("otpauth://totp/accounts.example:ada%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=accounts.example"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void what_an_address_may_hold_ends_no_part_of_it() {
        assertThat(OtpauthUri.of("accounts.example", EmailAddress.of("a+b?c&d#e%f/g@example.com"), SECRET))
                .startsWith("otpauth://totp/accounts.example:a%2Bb%3Fc%26d%23e%25f%2Fg%40example.com?secret=");
    }
}
