package io.tenantry.application.inmemory;

import io.tenantry.domain.passkey.CredentialId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody's authenticator, for tests of sign-in by passkey on {@link InMemoryTenantry}: it holds one passkey, and answers
 * what {@code StartPasskeyRegistration} and {@code StartPasskeySignIn} ask. What goes to and fro is JSON, as in truth, though
 * not that of WebAuthn. Not thread-safe.
 */
public final class InMemoryAuthenticator {

    private static final Pattern OPTIONS = Pattern.compile("\\{\"challenge\":\"(\\S+)\"\\}");

    private final CredentialId credential = new CredentialId(UUID.randomUUID().toString());
    private long count;

    /** The answer to the options of a registration. */
    public String register(String options) {
        return new Answer(challenge(options), credential, 0).text();
    }

    /** The answer to the options of a sign-in. */
    public String sign(String options) {
        count++;
        return new Answer(challenge(options), credential, count).text();
    }

    static String options(String challenge) {
        return "{\"challenge\":\"" + challenge + "\"}";
    }

    private static String challenge(String options) {
        return OPTIONS.matcher(options).replaceFirst("$1");
    }

    record Answer(String challenge, CredentialId credential, long count) {

        private static final Pattern FORM =
                Pattern.compile("\\{\"challenge\":\"(\\S+)\",\"id\":\"(\\S+)\",\"count\":(\\d{1,18})\\}");

        static Optional<Answer> parse(String text) {
            Matcher parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(new Answer(
                            parts.group(1), new CredentialId(parts.group(2)), Long.parseLong(parts.group(3))))
                    : Optional.empty();
        }

        String text() {
            return "{\"challenge\":\"" + challenge + "\",\"id\":\"" + credential.base64url() + "\",\"count\":" + count
                    + "}";
        }
    }
}
