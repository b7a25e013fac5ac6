package io.tenantry;

import io.tenantry.domain.social.ProviderName;
import io.tenantry.http.social.ProviderSettings;
import io.tenantry.http.social.ProviderSettings.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** With whom users may sign in: any number of providers that speak OpenID Connect, and GitHub. */
final class SocialSettings {

    private static final String PREFIX = "TENANTRY_OIDC_";
    private static final Pattern OIDC = Pattern.compile(PREFIX + "([A-Z0-9_]+)_(?:ISSUER|CLIENT_ID|CLIENT_SECRET)");
    private static final String GOOGLE = "GOOGLE";
    private static final String GITHUB_ID = "TENANTRY_GITHUB_CLIENT_ID";
    private static final String GITHUB_SECRET = "TENANTRY_GITHUB_SECRET";
    private static final ProviderName GITHUB = new ProviderName("github");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SocialSettings() {}

    /** In the order of their names; GitHub, which has no issuer, comes last. */
    static List<ProviderSettings> read(Values values) {
        List<ProviderSettings> providers = new ArrayList<>();
        for (String name : namesIn(values)) {
            openIdConnect(values, name).ifPresent(providers::add);
        }
        if (complete(values, List.of(GITHUB_ID, GITHUB_SECRET))) {
            providers.add(provider(values, GITHUB, "GitHub", Kind.GITHUB, Optional.empty(), GITHUB_ID, GITHUB_SECRET));
        }
        return List.copyOf(providers);
    }

    private static Set<String> namesIn(Values values) {
        Set<String> names = new TreeSet<>();
        for (String given : values.names()) {
            Matcher oidc = OIDC.matcher(given);
            if (oidc.matches()) {
                names.add(oidc.group(1));
            }
        }
        return names;
    }

    private static Optional<ProviderSettings> openIdConnect(Values values, String name) {
        String issuerName = PREFIX + name + "_ISSUER";
        String id = PREFIX + name + "_CLIENT_ID";
        String secret = PREFIX + name + "_CLIENT_SECRET";
        Optional<URI> issuer =
                values.read(issuerName, "an address such as https://login.example.com", SocialSettings::issuer);
        // Where Google is, is known; its name with another issuer is a provider like others.
        boolean google = name.equals(GOOGLE) && values.given(issuerName).isEmpty();
        if (!complete(values, google ? List.of(id, secret) : List.of(issuerName, id, secret))) {
            return Optional.empty();
        }
        Optional<ProviderName> called = Parsers.made(
                        name.toLowerCase(Locale.ROOT).replace('_', '-'), ProviderName::new)
                .filter(provider -> !provider.equals(GITHUB));
        if (called.isEmpty()) {
            values.fault(id + " cannot be used: a NAME of 1 to 40 letters and digits, other than GITHUB, would do");
        }
        return called.filter(provider -> google || issuer.isPresent())
                .map(provider ->
                        provider(values, provider, label(name), google ? Kind.GOOGLE : Kind.OIDC, issuer, id, secret));
    }

    private static ProviderSettings provider(
            Values values, ProviderName name, String label, Kind kind, Optional<URI> issuer, String id, String secret) {
        return new ProviderSettings(
                name,
                label,
                kind,
                issuer,
                values.given(id).orElseThrow(),
                values.given(secret).orElseThrow());
    }

    /** Whether all of them are given. If only some are, each of the others is a fault. */
    private static boolean complete(Values values, List<String> names) {
        Optional<String> given =
                names.stream().filter(name -> values.given(name).isPresent()).findFirst();
        List<String> missing =
                names.stream().filter(name -> values.given(name).isEmpty()).toList();
        given.ifPresent(one -> missing.forEach(name -> values.fault(
                name + " is missing, and must be given with " + one + ": what the provider shows would do")));
        return missing.isEmpty();
    }

    /** OpenID Connect Discovery, section 3: https; on this machine http will do, for tests. */
    private static Optional<URI> issuer(String text) {
        return Parsers.webAddress(text)
                .filter(uri -> "https".equals(uri.getScheme()) || LOOPBACK.contains(uri.getHost()))
                // As it is, also with a slash at its end: the provider repeats it letter by letter.
                .map(usable -> URI.create(text));
    }

    /** {@code ACME_ID} is shown as Acme Id. */
    private static String label(String name) {
        return Arrays.stream(name.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
