package io.tenantry.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which name a mail greets its reader.
 *
 * <p>Whoever signs up chooses both the name and the address that the mail goes to, and so could have the server mail a text
 * of theirs to a stranger. Therefore a name is used only if it reads as one: letters and few other characters, short, and
 * nothing that a mail client would turn into a link: no host name, and no digit, which could be of a telephone number.
 */
final class Greeting {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} '’.,&-]{1,40}");
    private static final Pattern LIKE_A_HOST = Pattern.compile("\\.\\p{L}");

    private Greeting() {}

    /** Empty if it does not read as a name. */
    static Optional<String> name(String recipient) {
        return Optional.of(recipient)
                .filter(name -> NAME.matcher(name).matches())
                .filter(name -> !LIKE_A_HOST.matcher(name).find())
                .filter(name -> !name.isBlank());
    }
}
