package io.tenantry.http.dns;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.spi.NamingManager;

/**
 * One resolver, asked once, by the DNS provider of the JDK's naming service (module {@code jdk.naming.dns}). That asks by UDP, and
 * again by TCP where the answer was cut off; it takes no answer but of the server asked, to the question asked. Where TCP fails,
 * what came by UDP counts.
 */
final class Resolver {
    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String TIMEOUT = "com.sun.jndi.dns.timeout.initial";
    private static final String TRIES = "com.sun.jndi.dns.timeout.retries";
    /** The machine's own: the provider replaces it by the addresses. */
    private static final String OF_THE_MACHINE = "dns:";

    private static final String TXT = "TXT";

    private Resolver() {}

    /** Their URLs, as they are set up now. */
    static List<String> ofThisMachine() {
        try {
            DirContext context = context(OF_THE_MACHINE, 1);
            try {
                String urls = String.valueOf(context.getEnvironment().get(Context.PROVIDER_URL));
                return List.of(urls.split(" +"));
            } finally {
                context.close();
            }
        } catch (NamingException noneOrNoProvider) {
            return List.of();
        }
    }

    static String url(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return "dns://" + (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":"
                + address.getPort();
    }

    /**
     * The texts of the name, none if there is no such name or no text; empty if there was no answer that says so.
     *
     * @param patience at the most, of which one half is for UDP and the other for TCP
     */
    static Optional<Set<String>> ask(String url, String name, Duration patience) {
        try {
            DirContext context = context(url, Math.max(1, patience.toMillis() / 2));
            try {
                return Optional.of(texts(context, new CompositeName().add(name)));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException none) {
            return Optional.of(Set.of());
        } catch (NamingException noAnswer) {
            return Optional.empty();
        }
    }

    /** Suppressed: the ban is for naming services that hand out objects of the server's choice; this one knows texts alone. */
    @SuppressWarnings("BanJNDI")
    private static Set<String> texts(DirContext context, Name name) throws NamingException {
        Attribute found = context.getAttributes(name, new String[] {TXT}).get(TXT);
        Set<String> texts = new HashSet<>();
        if (found != null) {
            Collections.list(found.getAll()).forEach(text -> texts.add(CharacterStrings.joined(String.valueOf(text))));
        }
        return texts;
    }

    /** Not an {@code InitialDirContext}, which would take a name of the form of a URL to whatever naming service that names. */
    private static DirContext context(String url, long timeoutMillis) throws NamingException {
        Properties environment = new Properties();
        environment.setProperty(Context.INITIAL_CONTEXT_FACTORY, FACTORY);
        environment.setProperty(Context.PROVIDER_URL, url);
        environment.setProperty(TIMEOUT, Long.toString(timeoutMillis));
        environment.setProperty(TRIES, "1");
        return (DirContext) NamingManager.getInitialContext(environment);
    }
}
