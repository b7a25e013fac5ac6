package io.tenantry.http.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text as forms encode it (RFC 6749, appendix B). */
public final class FormText {
    private static final int ESCAPE_LENGTH = 3;

    private FormText() {}

    /**
     * What was encoded.
     *
     * @throws WireFailure 400 if an escape is broken, or it is no UTF-8, or holds a control character
     */
    public static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next == '%') {
                bytes.write(escaped(encoded, i));
                i += ESCAPE_LENGTH - 1;
            } else {
                bytes.write(next == '+' ? ' ' : next);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** @throws WireFailure 400 if there is anything but the printable characters of ASCII, all that a form is made of */
    static String ascii(byte[] body) {
        for (byte octet : body) {
            if (octet < ' ' || octet > '~') {
                throw malformed();
            }
        }
        return new String(body, StandardCharsets.US_ASCII);
    }

    private static int escaped(String encoded, int at) {
        boolean isWhole = at + ESCAPE_LENGTH <= encoded.length();
        if (!isWhole
                || !HexFormat.isHexDigit(encoded.charAt(at + 1))
                || !HexFormat.isHexDigit(encoded.charAt(at + 2))) {
            throw malformed();
        }
        return HexFormat.fromHexDigits(encoded, at + 1, at + ESCAPE_LENGTH);
    }

    private static String utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw malformed();
            }
            return text;
        } catch (CharacterCodingException noUtf8) {
            throw malformed();
        }
    }

    private static WireFailure malformed() {
        return WireFailure.badRequest("The form cannot be read");
    }
}
