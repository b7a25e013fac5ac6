package io.tenantry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.contract.Api.Answer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with an account, who does over HTTP what a person does. */
public final class Person {

    public static final String PASSWORD = "correct horse battery";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Api api;
    private final String email;

    private Person(Api api, String email) {
        this.api = api;
        this.email = email;
    }

    /** One who registered as the front end's contract has it, and followed the link. */
    public static Person verified(Api api) {
        Person person = registered(api);
        person.verify();
        return person;
    }

    public static Person registered(Api api) {
        String email = Api.fresh("person-") + "@people.example";
        String body = Api.json("email", email, "password", PASSWORD, "confirmPassword", PASSWORD, "firstName", "Ada");
        assertThat(api.post("/api/auth/register", body).status()).isEqualTo(201);
        return new Person(api, email);
    }

    /** One whom somebody else has made, with the usual password. */
    public static Person known(Api api, String email) {
        return new Person(api, email);
    }

    /** One who owns a company. */
    public static Person owner(Api api) {
        String email = Api.fresh("owner-") + "@people.example";
        String body = Api.json("name", Api.fresh("Company "), "email", email, "password", PASSWORD);
        assertThat(api.post("/api/tenants/register", body).status()).isEqualTo(201);
        return new Person(api, email);
    }

    /** One who owns a company, and followed the link. */
    public static Person verifiedOwner(Api api) {
        Person person = owner(api);
        person.verify();
        return person;
    }

    private void verify() {
        assertThat(api.get("/api/auth/verify?token=" + api.mailedToken(email, "/verify"))
                        .status())
                .isEqualTo(200);
    }

    public String email() {
        return email;
    }

    public Answer signIn() {
        return signIn(api, PASSWORD);
    }

    public Answer signIn(Api from, String password) {
        return from.post("/api/v1/session", Api.json("email", email, "password", password));
    }

    /** The access token of a new session. */
    public String access() {
        Answer answer = signIn();
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("/accessToken");
    }

    /** Sets up a code generator in a session; the code of the step before the present one is used up by it. */
    public Generator setUpGenerator(String access) {
        Answer started = api.post("/api/v1/me/totp", access, Api.json("password", PASSWORD));
        assertThat(started.status()).isEqualTo(200);
        Generator generator = new Generator(started.text("/secret"), new ArrayList<>());
        Answer confirmed = api.post("/api/v1/me/totp/confirm", access, Api.json("code", generator.code(-1)));
        assertThat(confirmed.status()).isEqualTo(200);
        for (JsonNode code : confirmed.json().at("/recoveryCodes")) {
            generator.recoveryCodes().add(code.textValue());
        }
        return generator;
    }

    /** A code generator that was set up, and the codes for when it is lost. */
    public record Generator(String secret, List<String> recoveryCodes) {

        /** @param step from the present one: the server accepts -1 to 1, each once and none before one it accepted */
        public String code(int step) {
            try {
                Instant at = Instant.now().plus(Duration.ofSeconds(30).multipliedBy(step));
                return new TimeBasedOneTimePasswordGenerator()
                        .generateOneTimePasswordString(new SecretKeySpec(base32(secret), "HmacSHA1"), at);
            } catch (GeneralSecurityException everyJvmHasIt) {
                throw new IllegalStateException(everyJvmHasIt);
            }
        }
    }

    private static byte[] base32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int held = 0;
        int at = 0;
        for (int digit = 0; digit < text.length(); digit++) {
            buffer = (buffer << 5) | ALPHABET.indexOf(text.charAt(digit));
            held += 5;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[at++] = (byte) (buffer >> held);
            }
        }
        return bytes;
    }
}
