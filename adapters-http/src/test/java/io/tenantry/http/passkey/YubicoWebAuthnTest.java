package io.tenantry.http.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.passkey.WebAuthn.Asked;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of WebAuthn Level 3, sections 7.1 and 7.2, on answers that are really signed. */
class YubicoWebAuthnTest {

    private static final String ORIGIN = "https://app.example.com";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final YubicoWebAuthn webAuthn =
            new YubicoWebAuthn("example.com", "Example", Set.of(ORIGIN, "https://www.example.com"));
    private final User ada = user("ada@example.com", PersonName.ofFull("Ada Lovelace"));
    private final SoftAuthenticator authenticator = new SoftAuthenticator(ORIGIN);

    @Test
    void a_registration_asks_for_a_discoverable_credential_with_the_user_verified() throws Exception {
        JsonNode options =
                MAPPER.readTree(webAuthn.askForRegistration(ada, List.of()).options());
        assertThat(options.at("/rp").toString()).isEqualTo("{\"name\":\"Example\",\"id\":\"example.com\"}");
        assertThat(options.at("/user/name").textValue()).isEqualTo("ada@example.com");
        assertThat(options.at("/user/displayName").textValue()).isEqualTo("Ada Lovelace");
        assertThat(options.at("/user/id").textValue()).hasSize(22);
        assertThat(options.at("/authenticatorSelection/residentKey").textValue())
                .isEqualTo("required");
        assertThat(options.at("/authenticatorSelection/userVerification").textValue())
                .isEqualTo("required");
        assertThat(options.at("/attestation").textValue()).isEqualTo("none");
        assertThat(options.at("/timeout").intValue()).isEqualTo(300_000);
        assertThat(options.at("/pubKeyCredParams").findValuesAsText("alg")).containsExactly("-7", "-8", "-257");
        assertThat(options.at("/challenge").textValue()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void who_gave_no_name_is_shown_by_address() throws Exception {
        User nameless = user("nobody@example.com", PersonName.NONE);
        JsonNode options =
                MAPPER.readTree(webAuthn.askForRegistration(nameless, List.of()).options());
        assertThat(options.at("/user/displayName").textValue()).isEqualTo("nobody@example.com");
    }

    @Test
    void every_ceremony_has_a_challenge_of_its_own() {
        assertThat(webAuthn.askForRegistration(ada, List.of()).options())
                .isNotEqualTo(webAuthn.askForRegistration(ada, List.of()).options());
        assertThat(webAuthn.askForSignIn(List.of()).options())
                .isNotEqualTo(webAuthn.askForSignIn(List.of()).options());
    }

    static List<SoftKey> keys() {
        return List.of(SoftKey.es256(), SoftKey.ed25519(), SoftKey.rs256(2048));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_passkey_is_made_and_signs_in(SoftKey key) {
        SoftAuthenticator anyKind = new SoftAuthenticator(ORIGIN, key);
        Passkey passkey = passkeyOf(ada, anyKind);
        Asked asked = webAuthn.askForSignIn(List.of());
        String answer = anyKind.sign(asked.options());
        assertThat(webAuthn.credentialOf(answer)).isEqualTo(passkey.credential().id());
        assertThat(webAuthn.signed(asked.request(), answer, passkey)).isEqualTo(2);
    }

    @Test
    void what_is_kept_of_a_passkey_is_what_the_authenticator_said() {
        PublicKeyCredential made = passkeyOf(ada, authenticator).credential();
        assertThat(made.id().base64url()).isEqualTo(authenticator.id());
        assertThat(made.signatureCount()).isEqualTo(1);
        assertThat(made.transports()).containsExactlyInAnyOrder("internal", "hybrid");
    }

    @Test
    void passkeys_that_the_user_has_are_not_made_again() throws Exception {
        Passkey passkey = passkeyOf(ada, authenticator);
        JsonNode options = MAPPER.readTree(
                webAuthn.askForRegistration(ada, List.of(passkey)).options());
        assertThat(options.at("/excludeCredentials/0/id").textValue()).isEqualTo(authenticator.id());
        assertThat(options.at("/excludeCredentials/0/transports")).hasSize(2);
    }

    @Test
    void a_second_step_asks_for_the_users_own_passkeys() throws Exception {
        Passkey passkey = passkeyOf(ada, authenticator);
        Asked asked = webAuthn.askForSignIn(List.of(passkey));
        JsonNode options = MAPPER.readTree(asked.options());
        assertThat(options.at("/allowCredentials").findValuesAsText("id")).containsExactly(authenticator.id());
        assertThat(options.at("/userVerification").textValue()).isEqualTo("required");
        assertThat(options.at("/rpId").textValue()).isEqualTo("example.com");
        authenticator.answer = whole -> ((ObjectNode) whole.get("response")).remove("userHandle");
        assertThat(webAuthn.signed(asked.request(), authenticator.sign(asked.options()), passkey))
                .isEqualTo(2);
    }

    @Test
    void a_passkey_that_does_not_count_signs_in_again_and_again() {
        authenticator.count = 0;
        Passkey passkey = passkeyOf(ada, authenticator);
        for (int i = 0; i < 2; i++) {
            authenticator.count = 0;
            assertThat(signIn(passkey)).isZero();
        }
    }

    @Test
    void an_attestation_by_the_key_itself_is_taken_if_it_holds() {
        authenticator.attestsItself = true;
        assertThat(passkeyOf(ada, authenticator).credential().id().base64url()).isEqualTo(authenticator.id());
        authenticator.signature = YubicoWebAuthnTest::flipped;
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        refusesRegistration(asked, authenticator.register(asked.options()));
    }

    static Stream<Named<Consumer<SoftAuthenticator>>> twists() {
        return Stream.of(
                twist("another challenge", a -> a.clientData = data -> data.put("challenge", "AAAA")),
                twist("no challenge", a -> a.clientData = data -> data.remove("challenge")),
                twist("a challenge that is a list", a -> a.clientData = data -> data.putArray("challenge")),
                twist("another origin", a -> a.clientData = data -> data.put("origin", "https://evil.example")),
                twist(
                        "a subdomain's origin",
                        a -> a.clientData = data -> data.put("origin", "https://x.app.example.com")),
                twist("another port", a -> a.clientData = data -> data.put("origin", ORIGIN + ":8443")),
                twist("no origin", a -> a.clientData = data -> data.remove("origin")),
                twist("another ceremony's type", a -> a.clientData = data -> data.put("type", "payment.get")),
                twist("another site's frame", a -> a.clientData = data -> data.put("crossOrigin", true)),
                twist(
                        "a bound token",
                        a -> a.clientData = data -> data.putObject("tokenBinding")
                                .put("status", "present")
                                .put("id", "AAAA")),
                twist("another rpId", a -> a.rpId = "evil.example"),
                twist("a subdomain's rpId", a -> a.rpId = "app.example.com"),
                twist("the user not verified", a -> a.flags = SoftAuthenticator.USER_PRESENT),
                twist("the user not present", a -> a.flags = SoftAuthenticator.USER_VERIFIED),
                twist(
                        "another id",
                        a -> a.answer = whole -> whole.put("id", "AAAA").put("rawId", "AAAA")),
                twist("two ids", a -> a.answer = whole -> whole.put("rawId", "AAAA")),
                twist("no id", a -> a.answer = whole -> whole.without(List.of("id", "rawId"))),
                twist("an id in another spelling", a -> a.answer = YubicoWebAuthnTest::respelled),
                twist("an id too long", a -> a.id(SoftAuthenticator.random(1024))),
                twist("an empty id", a -> a.id(new byte[0])),
                twist("another type", a -> a.answer = whole -> whole.put("type", "password")),
                twist("no type", a -> a.answer = whole -> whole.remove("type")),
                twist("no response", a -> a.answer = whole -> whole.remove("response")),
                twist("a response that is text", a -> a.answer = whole -> whole.put("response", "x")),
                twist(
                        "client data that is no JSON",
                        a -> a.answer = whole -> response(whole).put("clientDataJSON", "AAAA")),
                twist(
                        "client data that is no text",
                        a -> a.answer = whole -> response(whole).put("clientDataJSON", 1)),
                twist("no client data", a -> a.answer = whole -> response(whole).remove("clientDataJSON")));
    }

    @ParameterizedTest
    @MethodSource("twists")
    void R_E8_an_answer_to_a_registration_must_be_to_this_one(Consumer<SoftAuthenticator> twist) {
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        twist.accept(authenticator);
        refusesRegistration(asked, authenticator.register(asked.options()));
    }

    @ParameterizedTest
    @MethodSource("twists")
    void R_E8_an_answer_to_a_sign_in_must_be_to_this_one(Consumer<SoftAuthenticator> twist) {
        Passkey passkey = passkeyOf(ada, authenticator);
        Asked asked = webAuthn.askForSignIn(List.of());
        twist.accept(authenticator);
        refusesSignIn(asked, authenticator.sign(asked.options()), passkey);
    }

    @Test
    void R_E8_the_answer_to_a_registration_signs_nobody_in() {
        Asked registration = webAuthn.askForRegistration(ada, List.of());
        String answer = authenticator.register(registration.options());
        Passkey passkey = passkey(ada, webAuthn.registered(registration.request(), answer));
        Asked signIn = webAuthn.askForSignIn(List.of());
        refusesSignIn(signIn, answer, passkey);
        refusesSignIn(registration, answer, passkey);
        refusesRegistration(signIn, authenticator.sign(signIn.options()));
        refusesRegistration(registration, authenticator.sign(signIn.options()));
    }

    @Test
    void R6_5_1_an_answer_serves_one_challenge() {
        Passkey passkey = passkeyOf(ada, authenticator);
        String answer = authenticator.sign(webAuthn.askForSignIn(List.of()).options());
        refusesSignIn(webAuthn.askForSignIn(List.of()), answer, passkey);
    }

    @Test
    void a_count_that_does_not_grow_is_a_copys() {
        Passkey passkey = passkeyOf(ada, authenticator);
        authenticator.count = 9;
        long count = signIn(passkey);
        Passkey used = passkey.used(count, NOW);
        authenticator.count = 9;
        assertThatThrownBy(() -> signIn(used)).isInstanceOf(InvalidPasskey.class);
        authenticator.count = 0;
        assertThatThrownBy(() -> signIn(used)).isInstanceOf(InvalidPasskey.class);
        authenticator.count = 10;
        assertThat(signIn(used)).isEqualTo(10);
    }

    @Test
    void a_count_of_32_bits_is_no_negative_number() {
        Passkey passkey = passkeyOf(ada, authenticator);
        authenticator.count = 0xFFFF_FFFFL;
        assertThat(signIn(passkey)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void another_users_passkey_passes_for_nobody_else() {
        Passkey adas = passkeyOf(ada, authenticator);
        SoftAuthenticator evils = new SoftAuthenticator(ORIGIN);
        Passkey evil = passkeyOf(user("eve@example.com", PersonName.NONE), evils);
        Asked adasStep = webAuthn.askForSignIn(List.of(adas));
        refusesSignIn(adasStep, evils.sign(adasStep.options()), evil);
        evils.id(Base64.getUrlDecoder().decode(authenticator.id()));
        refusesSignIn(adasStep, evils.sign(adasStep.options()), adas);
        Asked anybodys = webAuthn.askForSignIn(List.of());
        refusesSignIn(anybodys, evils.sign(anybodys.options()), adas);
    }

    @Test
    void a_signature_must_be_the_keys_over_this_very_answer() {
        Passkey passkey = passkeyOf(ada, authenticator);
        Asked asked = webAuthn.askForSignIn(List.of());
        List<UnaryOperator<byte[]>> forgeries =
                List.of(YubicoWebAuthnTest::flipped, bytes -> new byte[0], bytes -> new byte[64], bytes ->
                        new byte[] {0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00});
        forgeries.forEach(forgery -> {
            authenticator.signature = forgery;
            refusesSignIn(asked, authenticator.sign(asked.options()), passkey);
        });
    }

    @Test
    void a_browser_may_not_name_another_id_than_the_authenticator() {
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        String victims = SoftAuthenticator.base64(SoftAuthenticator.random(32));
        authenticator.answer = whole -> whole.put("id", victims).put("rawId", victims);
        refusesRegistration(asked, authenticator.register(asked.options()));
    }

    static List<SoftKey> oddKeys() {
        return List.of(
                SoftKey.es256().as(-35),
                SoftKey.rs256(2048).as(-65535),
                SoftKey.rs256(1024),
                SoftKey.ed25519().as(999));
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    void a_key_of_an_algorithm_not_asked_for_or_a_weak_one_is_refused(SoftKey key) {
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        refusesRegistration(asked, new SoftAuthenticator(ORIGIN, key).register(asked.options()));
    }

    @Test
    void a_key_with_much_else_in_it_is_refused() {
        SoftKey padded = SoftKey.es256();
        padded.cose().Add(-70_000, SoftAuthenticator.random(4096));
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        refusesRegistration(asked, new SoftAuthenticator(ORIGIN, padded).register(asked.options()));
    }

    @Test
    void an_attestation_with_certificates_is_not_read() {
        authenticator.attestsItself = true;
        authenticator.attestation = object -> object.get("attStmt").Add("x5c", CBORObject.NewArray());
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        refusesRegistration(asked, authenticator.register(asked.options()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpm", "android-safetynet", "android-key", "apple", "fido-u2f", "compound", ""})
    void attestations_that_nobody_asked_for_are_not_read(String format) {
        Asked asked = webAuthn.askForRegistration(ada, List.of());
        authenticator.attestation = object ->
                object.Set("fmt", format).Set("attStmt", CBORObject.NewMap().Add("ver", "2.0"));
        refusesRegistration(asked, authenticator.register(asked.options()));
    }

    private long signIn(Passkey passkey) {
        Asked asked = webAuthn.askForSignIn(List.of());
        return webAuthn.signed(asked.request(), authenticator.sign(asked.options()), passkey);
    }

    private Passkey passkeyOf(User user, SoftAuthenticator by) {
        Asked asked = webAuthn.askForRegistration(user, List.of());
        return passkey(user, webAuthn.registered(asked.request(), by.register(asked.options())));
    }

    private void refusesRegistration(Asked asked, String answer) {
        assertThatThrownBy(() -> webAuthn.registered(asked.request(), answer)).isInstanceOf(InvalidPasskey.class);
    }

    private void refusesSignIn(Asked asked, String answer, Passkey passkey) {
        assertThatThrownBy(() -> webAuthn.signed(asked.request(), answer, passkey))
                .isInstanceOf(InvalidPasskey.class);
    }

    private static byte[] flipped(byte[] signature) {
        byte[] other = signature.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    /** 32 bytes leave two bits of the last character to nobody. */
    private static void respelled(ObjectNode whole) {
        String id = whole.get("id").textValue();
        char last = (char) (id.charAt(id.length() - 1) + 1);
        String other = id.substring(0, id.length() - 1) + last;
        whole.put("id", other).put("rawId", other);
    }

    private static ObjectNode response(ObjectNode whole) {
        return (ObjectNode) whole.get("response");
    }

    private static Named<Consumer<SoftAuthenticator>> twist(String name, Consumer<SoftAuthenticator> twist) {
        return Named.of(name, twist);
    }

    private static Passkey passkey(User user, PublicKeyCredential credential) {
        return new Passkey(new PasskeyId(UUID.randomUUID()), user.id(), "Phone", credential, NOW, Optional.empty());
    }

    private static User user(String email, PersonName name) {
        return new User(
                new UserId(UUID.randomUUID()), EmailAddress.of(email), name, Optional.of(NOW), false, false, NOW, NOW);
    }
}
