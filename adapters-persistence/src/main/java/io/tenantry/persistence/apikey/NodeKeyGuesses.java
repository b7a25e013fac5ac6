package io.tenantry.persistence.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;

/** Counts in this node's memory, of 100,000 addresses at most: those that were seen least go first. */
public final class NodeKeyGuesses implements KeyGuesses {

    private static final int ADDRESSES = 100_000;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Cache<AddressBlock, Guesses> guesses = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterWrite(A_MINUTE)
            .executor(Runnable::run)
            .build();

    /** @param since when the minute began in which so many were counted */
    private record Guesses(Instant since, int count) {

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(A_MINUTE));
        }
    }

    @Override
    public Duration toWait(AddressBlock from, Instant now) {
        Guesses counted = guesses.getIfPresent(from);
        if (counted == null || counted.isOver(now) || counted.count() < MOST_IN_A_MINUTE) {
            return Duration.ZERO;
        }
        return Duration.between(now, counted.since().plus(A_MINUTE));
    }

    @Override
    public void failed(AddressBlock from, Instant now) {
        guesses.asMap()
                .merge(
                        from,
                        new Guesses(now, 1),
                        (so, one) -> so.isOver(now) ? one : new Guesses(so.since(), so.count() + 1));
    }
}
