package io.tenantry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.mfa.TotpSecret;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** Somebody's code generator, set up over HTTP. Each code is one that was not shown before: time goes on for it. */
public final class Authenticator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final TestServer server;
    private final TotpSecret secret;
    private List<String> recoveryCodes = List.of();

    private Authenticator(TestServer server, TotpSecret secret) {
        this.server = server;
        this.secret = secret;
    }

    /** One that has shown that it works. */
    public static Authenticator of(Person person) {
        Authenticator authenticator = begun(person);
        Reply confirmed = person.post("/api/v1/me/totp/confirm", "{\"code\":\"" + authenticator.nextCode() + "\"}");
        authenticator.recoveryCodes = confirmed
                .json()
                .get("recoveryCodes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        return authenticator;
    }

    /** One that has not shown yet that it works. */
    public static Authenticator begun(Person person) {
        Reply started = person.post("/api/v1/me/totp", "{\"password\":\"" + People.PASSWORD + "\"}");
        return new Authenticator(person.server(), secret(started.at("/secret")));
    }

    public String nextCode() {
        server.tenantry().clock().advance(STEP);
        return server.tenantry().totpCode(secret);
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    private static TotpSecret secret(String base32) {
        BigInteger number = base32.chars()
                .mapToObj(digit -> BigInteger.valueOf(ALPHABET.indexOf(digit)))
                .reduce(BigInteger.ZERO, (digits, next) -> digits.shiftLeft(5).or(next));
        byte[] bytes = new byte[base32.length() * 5 / 8];
        byte[] shortest = number.toByteArray();
        int length = Math.min(bytes.length, shortest.length);
        System.arraycopy(shortest, shortest.length - length, bytes, bytes.length - length, length);
        return new TotpSecret(bytes);
    }
}
