package io.tenantry.http.dns;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.tenant.TxtRecords;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * TXT records, asked of the resolvers that the machine is set up with: of each twice at most, 5 seconds in all. Safe for use by
 * several threads.
 */
public final class DnsTxtRecords implements TxtRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int MOST_RESOLVERS = 3;
    /** What a claimed host can look like, with the underscore of our own label; so nothing else gets to the naming service. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63}){0,126}");

    private final Supplier<List<String>> resolvers;
    private final Duration patience;

    public DnsTxtRecords() {
        this(Resolver::ofThisMachine, PATIENCE);
    }

    /**
     * Asks others than the machine's.
     *
     * @param patience for one look-up, with all that it asks
     */
    public DnsTxtRecords(List<InetSocketAddress> resolvers, Duration patience) {
        this(urls(resolvers), patience);
    }

    private DnsTxtRecords(Supplier<List<String>> resolvers, Duration patience) {
        this.resolvers = resolvers;
        this.patience = patience;
    }

    @Override
    public Set<String> of(String name) {
        return NAME.matcher(name).matches() && name.length() <= 253 ? ask(name) : Set.of();
    }

    /** Who does not answer, or says that they cannot, is asked again once the others were; each gets a like part of the time. */
    private Set<String> ask(String name) {
        List<String> once = resolvers.get().stream().limit(MOST_RESOLVERS).toList();
        List<String> twice = Stream.concat(once.stream(), once.stream()).toList();
        long end = System.nanoTime() + patience.toNanos();
        for (int tried = 0; tried < twice.size(); tried++) {
            Duration share = Duration.ofNanos(end - System.nanoTime()).dividedBy(twice.size() - tried);
            Optional<Set<String>> found = Resolver.ask(twice.get(tried), name, share);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new Unavailable(RETRY_AFTER);
    }

    private static Supplier<List<String>> urls(List<InetSocketAddress> resolvers) {
        List<String> urls = resolvers.stream().map(Resolver::url).toList();
        return () -> urls;
    }
}
