package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.http.auth.TokenForge.ManualClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of programs, written and read as strictly as those of users. */
class MachineTokenTest {
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"}";
    private static final String PAYLOAD = """
            {"iss":"https://a.example","aud":"https://a.example","sub":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c",\
            "client_id":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c","tid":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3f",\
            "scope":"a:b c:d","iat":1767225600,"exp":1767229200,"jti":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3e",\
            "secret_since":1767225600000001}""";

    private final ManualClock clock = new ManualClock();
    private final TokenForge forge = new TokenForge();
    private final JwtCodec codec = new JwtCodec(
            "https://a.example", "https://a.example", new SigningKeyring(() -> List.of(forge.key()), clock), clock);

    @Test
    void what_was_signed_is_read_again() {
        for (String scopes : List.of("", "a:b", "a:b c:*")) {
            MachineClaims claims = claims(ScopeText.parse(scopes).orElseThrow());
            assertThat(codec.verify(codec.sign(claims))).isEqualTo(new TokenClaims.OfMachine(claims));
        }
        assertThat(codec.verify(forge.sign(HEADER, PAYLOAD))).isInstanceOf(TokenClaims.OfMachine.class);
    }

    @Test
    void R9_1_1_any_character_changed_is_refused() {
        String token = codec.sign(claims(Scopes.NONE));
        codec.verify(token);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            refused(token.substring(0, i) + other + token.substring(i + 1));
        }
    }

    @Test
    void R9_1_2_an_unsigned_one_is_refused() {
        for (String alg : List.of("none", "None", "nOnE", "HS256")) {
            String header = HEADER.replace("RS256", alg);
            refused(TokenForge.unsigned(header, PAYLOAD) + ".");
            refused(forge.sign(header, PAYLOAD));
        }
        refused(forge.signByPublicKeyAsSecret(HEADER, PAYLOAD));
    }

    @Test
    void R9_2_2_a_token_is_of_a_session_or_of_a_client_and_never_of_both_or_none() {
        String session = "\"sid\":\"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3d\"";
        refused(forge.sign(HEADER, PAYLOAD.replace("\"scope\"", session + ",\"scope\"")));
        refused(forge.sign(HEADER, PAYLOAD.replace("\"client_id\"", "\"x\"")));
        refused(forge.sign(HEADER, PAYLOAD.replaceFirst("\"client_id\":\"[^\"]+\"", "\"client_id\":null," + session)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "client_id", "tid", "iat", "exp", "jti"})
    void a_claim_that_is_missing_or_of_another_type_is_refused(String claim) {
        refused(forge.sign(HEADER, PAYLOAD.replace("\"" + claim + "\":", "\"x\":")));
        for (String other : List.of("{}", "[]", "null", "\"x\"", "1.5", "true")) {
            refused(forge.sign(HEADER, PAYLOAD.replaceFirst("\"" + claim + "\":[^,}]+", "\"" + claim + "\":" + other)));
        }
    }

    @ParameterizedTest
    @CsvSource({"sub", "client_id"})
    void a_client_that_is_not_the_subject_is_refused(String claim) {
        String other = "\"" + claim + "\":\"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b30\"";
        refused(forge.sign(HEADER, PAYLOAD.replaceFirst("\"" + claim + "\":\"[^\"]+\"", other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"c:d a:b\"",
                "\"a:b a:b\"",
                "\"a:b  c:d\"",
                "\"a\"",
                "\"A:b\"",
                "[\"a:b\"]",
                "1"
            })
    void scopes_are_read_in_the_one_spelling_that_ours_have(String scope) {
        refused(forge.sign(HEADER, PAYLOAD.replace("\"a:b c:d\"", scope)));
    }

    @Test
    void RDUP_a_member_that_stands_twice_is_refused() {
        String twice = "\"client_id\":\"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c\",";
        refused(forge.sign(HEADER, "{" + twice + PAYLOAD.substring(1)));
    }

    private MachineClaims claims(Scopes scopes) {
        Instant now = clock.instant();
        return new MachineClaims(
                new ApiKeyId(UUID.randomUUID()),
                new TenantId(UUID.randomUUID()),
                scopes,
                now,
                now.plus(MachineClaims.LIFETIME),
                UUID.randomUUID(),
                now.plusNanos(1_000));
    }

    private void refused(String token) {
        assertThatExceptionOfType(Unauthenticated.class).as("token %s", token).isThrownBy(() -> codec.verify(token));
    }
}
