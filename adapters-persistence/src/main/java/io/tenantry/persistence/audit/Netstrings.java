package io.tenantry.persistence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Texts one after another, so that it is plain where each ends: {@code 5:hello,} of UTF-8, and {@code -,} for one that is absent. */
final class Netstrings {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    Netstrings add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        write((bytes.length + ":").getBytes(UTF_8));
        write(bytes);
        write(",".getBytes(UTF_8));
        return this;
    }

    Netstrings add(Optional<String> text) {
        text.ifPresentOrElse(this::add, () -> write("-,".getBytes(UTF_8)));
        return this;
    }

    byte[] bytes() {
        return written.toByteArray();
    }

    private void write(byte[] bytes) {
        written.write(bytes, 0, bytes.length);
    }
}
