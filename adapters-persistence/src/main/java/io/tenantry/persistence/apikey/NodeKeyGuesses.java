package io.tenantry.persistence.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;

/** In this node's memory, of 100,000 addresses and 100,000 keys at most: those that were seen least go first. */
public final class NodeKeyGuesses implements KeyGuesses {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Cache<AddressBlock, Counted> guesses = forAsLongAs(A_MINUTE);
    private final Cache<AddressBlock, Counted> lookUps = forAsLongAs(A_SECOND);
    private final Cache<ApiKeyId, Instant> opened = forAsLongAs(AN_HOUR);

    /** @param until when the time is over that began with the first */
    private record Counted(int count, Instant until) {}

    @Override
    public Duration toWait(AddressBlock from, Instant now) {
        Counted shown = guesses.getIfPresent(from);
        if (shown == null || shown.count() < MOST_IN_A_MINUTE || !now.isBefore(shown.until())) {
            return Duration.ZERO;
        }
        Counted inSecond = count(lookUps, from, now, A_SECOND);
        return inSecond.count() <= MOST_IN_A_SECOND ? Duration.ZERO : Duration.between(now, inSecond.until());
    }

    @Override
    public void failed(AddressBlock from, Instant now) {
        count(guesses, from, now, A_MINUTE);
    }

    @Override
    public void opened(ApiKeyId key, Instant now) {
        opened.put(key, now);
    }

    @Override
    public boolean wasOpened(ApiKeyId key, Instant now) {
        Instant at = opened.getIfPresent(key);
        return at != null && now.isBefore(at.plus(AN_HOUR));
    }

    private static Counted count(Cache<AddressBlock, Counted> all, AddressBlock from, Instant now, Duration span) {
        return all.asMap()
                .merge(
                        from,
                        new Counted(1, now.plus(span)),
                        (so, first) -> now.isBefore(so.until()) ? new Counted(so.count() + 1, so.until()) : first);
    }

    private static <K, V> Cache<K, V> forAsLongAs(Duration span) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(span)
                .executor(Runnable::run)
                .build();
    }
}
