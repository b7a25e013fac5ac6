package io.tenantry.persistence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bytes that the README promises, written out and digested by another program. */
class CanonicalEventTest {

    private static final String DEVICE = "f38bbf0eb48e5bc05f7fca0af9a6ad0fdcdf8a86e02e5eb1f1a2e7b1d7a2b1c0";

    @Test
    void an_event_is_the_netstrings_of_its_columns() {
        assertThat(new String(full().bytes(), UTF_8))
                .isEqualTo("16:tenantry-audit-1,"
                        + "36:0195506a-0000-7000-8000-000000000001,"
                        + "16:1772366400120456,"
                        + "15:session.sign_in,"
                        + "4:user,"
                        + "36:0195506a-0000-7000-8000-000000000002,"
                        + "36:0195506a-0000-7000-8000-000000000003,"
                        + "6:domain,"
                        + "12:acme.example,"
                        + "7:success,"
                        + "64:" + DEVICE + ","
                        + "1:2,"
                        + "6:method,8:password,"
                        + "2:ß,0:,");
    }

    @Test
    void what_is_absent_is_not_what_is_empty() {
        assertThat(new String(sparse().bytes(), UTF_8))
                .isEqualTo(
                        "16:tenantry-audit-1,36:0195506a-0000-7000-8000-000000000001,2:-1,1:a,6:system,-,-,-,-,7:refused,0:,1:0,");
    }

    @Test
    void names_are_in_the_order_of_their_bytes() {
        String last = new String(Character.toChars(0x1f600));
        CanonicalEvent event = with(Map.of("\uffff", Optional.of("2"), last, Optional.of("3"), "a", Optional.of("1")));

        assertThat(new String(event.bytes(), UTF_8)).endsWith("1:3,1:a,1:1,3:\uffff,1:2,4:" + last + ",1:3,");
    }

    @Test
    void digests_are_those_that_another_program_computed() {
        HexFormat hex = HexFormat.of();
        String device = CanonicalEvent.deviceDigest(
                "000102030405060708090a0b0c0d0e0f", Optional.of("203.0.113.7"), Optional.empty());

        assertThat(device).isEqualTo("3024392591b2da3cacd08982b7560d873be944f94fb3b886fe79795ee95baba7");
        assertThat(hex.formatHex(full().digest()))
                .isEqualTo("a15e7b7b1a0510eb179430b8116930a2a9d6518c06a526be8e85ea7640b0b08a");
        assertThat(hex.formatHex(CanonicalEvent.link(new byte[32], full().digest())))
                .isEqualTo("dfca78536ea62d764bdc10e4c62f836498acdd846fbeb85e594d694e4cd1d4d9");
    }

    private static CanonicalEvent full() {
        return new CanonicalEvent(
                "0195506a-0000-7000-8000-000000000001",
                "1772366400120456",
                "session.sign_in",
                "user",
                Optional.of("0195506a-0000-7000-8000-000000000002"),
                Optional.of("0195506a-0000-7000-8000-000000000003"),
                Optional.of("domain"),
                Optional.of("acme.example"),
                "success",
                Map.of("ß", Optional.of(""), "method", Optional.of("password")),
                DEVICE);
    }

    private static CanonicalEvent sparse() {
        return with(Map.of());
    }

    private static CanonicalEvent with(Map<String, Optional<String>> data) {
        return new CanonicalEvent(
                "0195506a-0000-7000-8000-000000000001",
                "-1",
                "a",
                "system",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "refused",
                data,
                "");
    }
}
