package io.tenantry.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;

/** Who mails are from. */
record Sender(InternetAddress address) {

    /** @throws IllegalArgumentException if the text is not exactly one address */
    static Sender parse(String from) {
        try {
            InternetAddress parsed = new InternetAddress(withoutControls(from), true);
            if (parsed.isGroup() || !isAscii(parsed.getAddress())) {
                throw new AddressException("no single ASCII address");
            }
            parsed.validate();
            return new Sender(new InternetAddress(parsed.getAddress(), parsed.getPersonal(), "UTF-8"));
        } catch (AddressException | UnsupportedEncodingException notAnAddress) {
            throw new IllegalArgumentException(
                    "the sender of mails must be one address, as in \"Tenantry <no-reply@example.org>\"", notAnAddress);
        }
    }

    /** What stands after the at sign. */
    String domain() {
        String value = address.getAddress();
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static String withoutControls(String from) throws AddressException {
        if (from.codePoints().anyMatch(Character::isISOControl)) {
            throw new AddressException("a control character");
        }
        return from;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
