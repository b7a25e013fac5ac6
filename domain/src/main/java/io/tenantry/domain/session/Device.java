package io.tenantry.domain.session;

import java.util.Locale;
import java.util.Optional;

/**
 * From where somebody signs in.
 *
 * @param address the peer's IP address, as text
 * @param userAgent what it calls itself; 400 characters at most are kept, without control characters
 * @param language that its user prefers, if it says so; not kept with a session
 */
public record Device(Optional<String> address, Optional<String> userAgent, Optional<Locale> language) {

    private static final int MAX_USER_AGENT = 400;

    /** A device that is not known, an embedding program say. */
    public static final Device UNKNOWN = new Device(Optional.empty(), Optional.empty());

    public Device {
        userAgent = userAgent.map(Device::printable);
    }

    /** One that says nothing of a language. */
    public Device(Optional<String> address, Optional<String> userAgent) {
        this(address, userAgent, Optional.empty());
    }

    /**
     * What the program calls itself, but for its version: so that an update does not make it another. Empty if it does not say.
     */
    public String program() {
        return userAgent.map(text -> text.replaceAll("[0-9._]+", "")).orElse("");
    }

    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", " ");
        if (clean.length() <= MAX_USER_AGENT) {
            return clean;
        }
        boolean cutsPair = Character.isHighSurrogate(clean.charAt(MAX_USER_AGENT - 1));
        return clean.substring(0, cutsPair ? MAX_USER_AGENT - 1 : MAX_USER_AGENT);
    }
}
