package io.tenantry.domain.session;

import java.util.Optional;

/**
 * From where somebody signs in.
 *
 * @param address the peer's IP address, as text
 * @param userAgent what it calls itself; 400 characters at most are kept, without control characters
 */
public record Device(Optional<String> address, Optional<String> userAgent) {

    private static final int MAX_USER_AGENT = 400;

    /** A device that is not known, an embedding program say. */
    public static final Device UNKNOWN = new Device(Optional.empty(), Optional.empty());

    public Device {
        userAgent = userAgent.map(Device::printable);
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
