package io.tenantry.application.passkey;

import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.UserId;
import java.util.Map;

/** What is alike wherever somebody works on a passkey of their own. */
final class OwnPasskey {

    private OwnPasskey() {}

    /**
     * Within the transaction under way.
     *
     * @throws NotFound if it is not the user's
     */
    static Passkey find(Passkeys passkeys, UserId user, PasskeyId id) {
        return passkeys.of(user).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * The name, trimmed.
     *
     * @throws InvalidInput if it cannot be one
     */
    static String name(String typed) {
        Passkey.problemWithName(typed).ifPresent(problem -> {
            throw new InvalidInput(InvalidInput.NAME, problem);
        });
        return PlainText.trim(typed);
    }

    /** How the audit names it: by its id, for the name is its user's own words. */
    static Map<String, String> named(Passkey passkey) {
        return Map.of("passkey", passkey.id().toString());
    }
}
