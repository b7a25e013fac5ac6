package io.tenantry.http.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.WebAuthn.Asked;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text is shown for an authenticator's answer, it is refused in one way, and soon. */
class HostileAnswersTest {

    private static final String ORIGIN = "https://example.com";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MAX_BODY = 64 * 1024;

    private final YubicoWebAuthn webAuthn = new YubicoWebAuthn("example.com", "Example", Set.of(ORIGIN));
    private final SoftAuthenticator authenticator = new SoftAuthenticator(ORIGIN);
    private final User ada = new User(
            new UserId(UUID.randomUUID()),
            EmailAddress.of("ada@example.com"),
            PersonName.NONE,
            Optional.of(NOW),
            false,
            false,
            NOW,
            NOW);
    private final Asked registration = webAuthn.askForRegistration(ada, List.of());
    private final String registered = authenticator.register(registration.options());
    private final Passkey passkey = new Passkey(
            new PasskeyId(UUID.randomUUID()),
            ada.id(),
            "Phone",
            webAuthn.registered(registration.request(), registered),
            NOW,
            Optional.empty());
    private final Asked signIn = webAuthn.askForSignIn(List.of());
    private final String signed = authenticator.sign(signIn.options());

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "null",
                "true",
                "1e999",
                "[]",
                "{}",
                "{\"id\":null,\"response\":null,\"type\":null}",
                "{\"id\":{},\"rawId\":[],\"type\":1,\"response\":[]}",
                "{\"id\":\"\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AAAA\",\"id\":\"BBBB\"}",
                "{\"id\":\"\\ud800\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"\\u0000\",\"type\":\"public-key\",\"response\":{}}",
                "\uFEFF{}",
                "{\"id\":\"" + "A".repeat(MAX_BODY) + "\",\"type\":\"public-key\",\"response\":{}}",
                "[".repeat(MAX_BODY),
                "{\"response\":".repeat(5000),
                "\u0000".repeat(MAX_BODY),
                "a".repeat(MAX_BODY));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void R2_2_1_a_text_of_any_kind_is_refused(String text) {
        refused(() -> webAuthn.registered(registration.request(), text));
        refused(() -> webAuthn.credentialOf(text));
        refused(() -> webAuthn.signed(signIn.request(), text, passkey));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff",
                "a0",
                "bf",
                "9b7fffffffffffffff",
                "bb7fffffffffffffff",
                "5b7fffffffffffffff",
                "5a7fffffff00",
                "7b7fffffffffffffff",
                "c249ffffffffffffffffff",
                "a363666d74646e6f6e656761747453746d74a0686175746844617461f6",
                "a363666d740067617474537465706100686175746844617461"
            })
    void an_attestation_object_that_is_none_is_refused(String hex) {
        byte[] object = HexFormat.of().parseHex(hex);
        authenticator.answer =
                whole -> whole.withObject("response").put("attestationObject", SoftAuthenticator.base64(object));
        String answer = authenticator.register(registration.options());
        refused(() -> webAuthn.registered(registration.request(), answer));
    }

    static Stream<byte[]> keys() {
        HexFormat hex = HexFormat.of();
        byte[] deep = new byte[30_000];
        Arrays.fill(deep, (byte) 0x81);
        return Stream.of(
                new byte[0],
                hex.parseHex("9b7fffffffffffffff"),
                hex.parseHex("bb7fffffffffffffff"),
                hex.parseHex("5b7fffffffffffffff"),
                hex.parseHex("5a7fffffff"),
                hex.parseHex("a0"),
                hex.parseHex("a20100032600"),
                hex.parseHex("c4821b7fffffffffffffff01"),
                deep,
                CBORObject.NewMap()
                        .Add(1, 3)
                        .Add(3, -257)
                        .Add(-1, SoftAuthenticator.random(20_000))
                        .Add(-2, SoftAuthenticator.random(20_000))
                        .EncodeToBytes());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_that_is_none_is_refused(byte[] key) {
        authenticator.attestation = object -> {
            byte[] data = object.get("authData").GetByteString();
            byte[] cut = Arrays.copyOf(data, 37 + 16 + 2 + 32 + key.length);
            System.arraycopy(key, 0, cut, 37 + 16 + 2 + 32, key.length);
            object.Set("authData", cut);
        };
        String answer = authenticator.register(registration.options());
        refused(() -> webAuthn.registered(registration.request(), answer));
    }

    /** A fixed seed: what fails once fails again. */
    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_answer_with_one_byte_changed_is_refused_or_means_the_same(int seed) {
        Random random = new Random(seed);
        String first = changed(registered, random);
        String second = changed(signed, random);
        orRefused(() -> webAuthn.registered(registration.request(), first).id());
        orRefused(() -> webAuthn.credentialOf(second));
        orRefused(() -> webAuthn.signed(signIn.request(), second, passkey));
    }

    @Test
    void a_request_that_is_none_is_refused() {
        refused(() -> webAuthn.registered("", registered));
        refused(() -> webAuthn.signed("{}", signed, passkey));
    }

    private static String changed(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void refused(Supplier<?> call) {
        Assertions.assertTimeoutPreemptively(
                SOON, () -> assertThatThrownBy(call::get).isInstanceOf(InvalidPasskey.class));
    }

    private static void orRefused(Supplier<?> call) {
        try {
            assertThat(call.get()).isNotNull();
        } catch (InvalidPasskey refused) {
            assertThat(refused).hasNoCause();
        }
    }
}
