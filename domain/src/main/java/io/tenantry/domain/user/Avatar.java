package io.tenantry.domain.user;

import io.tenantry.domain.credential.TokenDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A user's picture: a PNG of 256 by 256 pixels. */
public final class Avatar {

    private static final int TAG_BYTES = 8;

    private final byte[] png;
    private final String tag;

    public Avatar(byte[] png) {
        this.png = png.clone();
        byte[] digest = TokenDigest.of(Base64.getEncoder().encodeToString(png)).bytes();
        this.tag = HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    }

    public byte[] png() {
        return png.clone();
    }

    /** Changes with the picture: 16 hexadecimal digits. */
    public String tag() {
        return tag;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Avatar that && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    @Override
    public String toString() {
        return "Avatar[" + tag + "]";
    }
}
