package io.tenantry.http.auth;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The origins (RFC 6454) whose pages may call: our own, and those that the operator listed, exactly. */
public final class Origins {
    private final String own;
    private final URI publicUrl;
    private final Set<String> listed;

    public Origins(URI publicUrl, Set<String> listed) {
        this.publicUrl = publicUrl;
        this.own = originOf(publicUrl);
        this.listed = new TreeSet<>(listed);
    }

    boolean isOwnOrListed(String origin) {
        return own.equals(origin) || listed.contains(origin);
    }

    boolean isListed(String origin) {
        return listed.contains(origin);
    }

    /**
     * Whether a browser sends our cookies along from a page of that origin: the same scheme, and hosts that are equal or
     * have a parent of two labels in common. A public suffix of two labels passes too; the cookies are {@code
     * SameSite=Strict}, so there the browser, which knows the suffixes, keeps them back.
     */
    boolean isSameSite(String origin) {
        URI other = URI.create(origin);
        return publicUrl.getScheme().equalsIgnoreCase(other.getScheme())
                && site(publicUrl.getHost()).equals(site(other.getHost()));
    }

    private static String site(String host) {
        if (host == null) {
            return "";
        }
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        boolean address =
                host.startsWith("[") || labels[labels.length - 1].chars().allMatch(Character::isDigit);
        return address || labels.length < 3 ? host.toLowerCase(Locale.ROOT) : parent(labels);
    }

    private static String parent(String[] labels) {
        return labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    private static String originOf(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean usualPort = url.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = url.getPort() < 0 || usualPort ? "" : ":" + url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
