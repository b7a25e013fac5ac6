package io.tenantry.domain.credential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The 10,000 most used passwords of at least 8 characters; source and licence stand in the resource's own head. */
final class CommonPasswords {

    private static final Set<String> ALL = load();

    private CommonPasswords() {}

    /** @param password in lower case, as the list is */
    static boolean contains(String password) {
        return ALL.contains(password);
    }

    private static Set<String> load() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
