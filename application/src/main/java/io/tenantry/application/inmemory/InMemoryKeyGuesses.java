package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryKeyGuesses implements KeyGuesses {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** @param until when the minute is over that began with the first */
    private record Guesses(int count, Instant until) {}

    private final Map<AddressBlock, Guesses> byAddress = new ConcurrentHashMap<>();

    @Override
    public Duration toWait(AddressBlock from, Instant now) {
        Guesses guesses = byAddress.getOrDefault(from, new Guesses(0, now));
        return guesses.count() < MOST_IN_A_MINUTE || !now.isBefore(guesses.until())
                ? Duration.ZERO
                : Duration.between(now, guesses.until());
    }

    @Override
    public void failed(AddressBlock from, Instant now) {
        byAddress.merge(from, new Guesses(1, now.plus(MINUTE)), (before, first) -> next(before, first, now));
    }

    private static Guesses next(Guesses before, Guesses first, Instant now) {
        return now.isBefore(before.until()) ? new Guesses(before.count() + 1, before.until()) : first;
    }
}
