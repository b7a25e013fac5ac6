package io.tenantry.mail;

import java.util.regex.Pattern;

/**
 * How a mail addresses its reader.
 *
 * <p>Whoever signs up chooses both the name and the address that the mail goes to, and so could have the server mail a text
 * of theirs to a stranger. Therefore a name is used only if it reads as one: letters and few other characters, short, and
 * nothing that a mail client would turn into a link: no host name, and no digit, which could be of a telephone number.
 */
final class Greeting {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} '’.,&-]{1,40}");
    private static final Pattern LIKE_A_HOST = Pattern.compile("\\.\\p{L}");

    private Greeting() {}

    static String of(String recipient) {
        boolean name = NAME.matcher(recipient).matches()
                && !LIKE_A_HOST.matcher(recipient).find()
                && !recipient.isBlank();
        return name ? "Hello " + recipient + "," : "Hello,";
    }
}
