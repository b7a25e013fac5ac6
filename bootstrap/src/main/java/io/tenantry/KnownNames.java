package io.tenantry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every name that means something, in this version or a later one. */
final class KnownNames {

    private static final String PREFIX = "TENANTRY_";

    private static final Set<String> ALL = Set.of(
            "PORT",
            "DATABASE_URL",
            "DATABASE_OWNER_URL",
            "DATABASE_LISTEN_URL",
            "DATABASE_POOL",
            "DATABASE_ENGINE",
            "SMTP_URL",
            "MAIL_FROM",
            "TENANTRY_HOST",
            "TENANTRY_SCHEMA",
            "TENANTRY_DATA",
            "TENANTRY_PG_BIN",
            "TENANTRY_SECRET",
            "TENANTRY_SECRET_PREVIOUS",
            "TENANTRY_PUBLIC_URL",
            "TENANTRY_BASE_DOMAIN",
            "TENANTRY_LINK_VERIFY",
            "TENANTRY_LINK_RESET",
            "TENANTRY_LINK_INVITE",
            "TENANTRY_LINK_EMAIL",
            "TENANTRY_CORS_ORIGINS",
            "TENANTRY_AUDIENCE",
            "TENANTRY_SIGNUP",
            "TENANTRY_UNVERIFIED_TENANTS",
            "TENANTRY_SECURITY_LOG",
            "TENANTRY_BREACHED_PASSWORDS",
            "TENANTRY_GITHUB_CLIENT_ID",
            "TENANTRY_GITHUB_SECRET",
            "TENANTRY_WEBAUTHN_RP_ID",
            "TENANTRY_METRICS_TOKEN",
            "TENANTRY_AUDIT_DAYS",
            "TENANTRY_SESSION_DAYS",
            "TENANTRY_MAIL_DAYS",
            "TENANTRY_EMAIL_VERIFICATION",
            "TENANTRY_BCRYPT_COST",
            "TENANTRY_ACCESS_TTL",
            "TENANTRY_REFRESH_TTL",
            "TENANTRY_REMEMBER_TTL",
            "TENANTRY_SESSION_MAX",
            "TENANTRY_RATE_LIMITS",
            "TENANTRY_TRUSTED_PROXIES",
            "TENANTRY_WEBHOOK_ALLOW",
            "TENANTRY_TENANT_MIGRATIONS");

    private static final Pattern OIDC = Pattern.compile("TENANTRY_OIDC_[A-Z0-9_]+_(ISSUER|CLIENT_ID|CLIENT_SECRET)");

    private KnownNames() {}

    /** @param variables of which those of others are passed over; the file is ours alone */
    static List<String> warnings(Collection<String> variables, Collection<String> inFile) {
        Stream<String> ours = variables.stream().filter(name -> name.startsWith(PREFIX));
        return Stream.concat(ours, inFile.stream())
                .filter(name -> !isKnown(name))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .stream()
                .map(name -> Masking.url(name) + " is not known and has no effect: did you mean " + nearest(name) + "?")
                .toList();
    }

    private static boolean isKnown(String name) {
        return ALL.contains(name) || OIDC.matcher(name).matches();
    }

    private static String nearest(String name) {
        return ALL.stream()
                .min(Comparator.<String>comparingInt(known -> distance(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Levenshtein's: how many letters must be put in, left out or changed. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            previous = nextRow(previous, one.charAt(row - 1), other, row);
        }
        return previous[other.length()];
    }

    private static int[] nextRow(int[] previous, char letter, String other, int row) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int changed = previous[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(changed, 1 + Math.min(previous[column], current[column - 1]));
        }
        return current;
    }
}
