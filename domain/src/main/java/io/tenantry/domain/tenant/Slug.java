package io.tenantry.domain.tenant;

import io.tenantry.domain.failure.FieldProblem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A tenant's name in URLs, host names and its schema: 2 to 50 of {@code a-z 0-9} and inner hyphens. */
public record Slug(String value) implements TenantReference {

    /** Names of hosts and schemas that mean something else. */
    public static final Set<String> RESERVED =
            Set.of("www", "api", "admin", "app", "mail", "static", "docs", "health", "public", "localhost");

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])");
    /** A host name's label with this prefix shows as other letters (RFC 5890, section 2.3.2.1): a tenant could look like another. */
    private static final String INTERNATIONALIZED = "xn--";

    private static final int LONGEST_FROM_NAME = 43;
    private static final int SUFFIX_LENGTH = 6;
    private static final String SUFFIX_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** Letters that Unicode does not decompose into an ASCII letter and a mark. */
    private static final Map<String, String> TRANSLITERATED = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    /** @throws IllegalArgumentException if {@link #problemWith} finds one */
    public Slug {
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException("slug: " + problem);
        });
    }

    public static Optional<FieldProblem> problemWith(String typed) {
        if (typed.isEmpty()) {
            return Optional.of(FieldProblem.REQUIRED);
        }
        if (!FORM.matcher(typed).matches()) {
            return Optional.of(FieldProblem.INVALID_SLUG);
        }
        boolean reserved = RESERVED.contains(typed) || typed.startsWith(INTERNATIONALIZED);
        return reserved ? Optional.of(FieldProblem.RESERVED_SLUG) : Optional.empty();
    }

    /** Made from a name by folding it to ASCII and cutting it to 43; what leaves fewer than 2 is {@code org-} and chance. */
    public static Slug from(TenantName name, RandomGenerator random) {
        String folded = fold(name.value());
        if (folded.length() < 2) {
            return new Slug("org-" + suffix(random));
        }
        return RESERVED.contains(folded) ? new Slug(folded + "-" + suffix(random)) : new Slug(folded);
    }

    /** The slug to try when this one, made from a name, is taken: this one, cut to 43, a hyphen, and six by chance. */
    public Slug varied(RandomGenerator random) {
        return new Slug(withoutOuterHyphens(cut(value)) + "-" + suffix(random));
    }

    /** The tenant's schema. Hyphens become underscores, which no slug holds: so two slugs never share a schema. */
    public SchemaName schema() {
        return new SchemaName("tenant_" + value.replace('-', '_'));
    }

    /** The tenant's first domain: {@code <slug>.<base>}. */
    public HostName under(HostName base) {
        return new HostName(value + "." + base.value());
    }

    @Override
    public String toString() {
        return value;
    }

    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : TRANSLITERATED.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        String ascii = Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return withoutOuterHyphens(cut(withoutOuterHyphens(ascii)));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_FROM_NAME, text.length()));
    }

    private static String withoutOuterHyphens(String text) {
        return text.replaceAll("^-+|-+$", "");
    }

    private static String suffix(RandomGenerator random) {
        StringBuilder suffix = new StringBuilder(SUFFIX_LENGTH);
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            suffix.append(SUFFIX_ALPHABET.charAt(random.nextInt(SUFFIX_ALPHABET.length())));
        }
        return suffix.toString();
    }
}
