package io.tenantry.http.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that are packed with this class. */
final class ClassPath {

    private ClassPath() {}

    /**
     * @param path absolute, or relative to this package
     * @throws IllegalStateException if there is no such file, which is a fault of the build
     */
    static byte[] bytes(String path) {
        try (InputStream in = ClassPath.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
