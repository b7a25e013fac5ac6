package io.tenantry.http.api.user;

import java.util.Arrays;
import java.util.HexFormat;

/** The formats of pictures that are taken. */
enum PictureFormat {
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff");

    private final String type;
    /** In hexadecimal. */
    private final String signature;

    PictureFormat(String type, String signature) {
        this.type = type;
        this.signature = signature;
    }

    /** @throws IllegalArgumentException if it is neither */
    static PictureFormat ofType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.type.equals(type))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** Whether a file begins as those of this format do. */
    boolean begins(byte[] file) {
        int length = signature.length() / 2;
        return file.length > length && HexFormat.of().formatHex(file, 0, length).equals(signature);
    }
}
