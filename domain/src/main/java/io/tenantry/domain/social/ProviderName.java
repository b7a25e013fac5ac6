package io.tenantry.domain.social;

import java.util.regex.Pattern;

/** By what a provider of identities is called in configuration and paths: 1 to 40 of {@code a-z 0-9 -}. */
public record ProviderName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** @throws IllegalArgumentException if it has another form */
    public ProviderName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no name of a provider");
        }
    }
}
