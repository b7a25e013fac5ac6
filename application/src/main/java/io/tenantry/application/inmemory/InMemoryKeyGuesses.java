package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.throttle.AddressBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryKeyGuesses implements KeyGuesses {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** @param until when the time is over that began with the first */
    private record Counted(int count, Instant until) {}

    private final Map<AddressBlock, Counted> guesses = new ConcurrentHashMap<>();
    private final Map<AddressBlock, Counted> lookUps = new ConcurrentHashMap<>();
    private final Map<ApiKeyId, Instant> opened = new ConcurrentHashMap<>();

    @Override
    public Duration toWait(AddressBlock from, Instant now) {
        Counted shown = guesses.getOrDefault(from, new Counted(0, now));
        if (shown.count() < MOST_IN_A_MINUTE || !now.isBefore(shown.until())) {
            return Duration.ZERO;
        }
        Counted inSecond = count(lookUps, from, now, SECOND);
        return inSecond.count() <= MOST_IN_A_SECOND ? Duration.ZERO : Duration.between(now, inSecond.until());
    }

    @Override
    public void failed(AddressBlock from, Instant now) {
        count(guesses, from, now, MINUTE);
    }

    @Override
    public void opened(ApiKeyId key, Instant now) {
        opened.put(key, now);
    }

    @Override
    public boolean wasOpened(ApiKeyId key, Instant now) {
        Instant at = opened.get(key);
        return at != null && now.isBefore(at.plus(HOUR));
    }

    private static Counted count(Map<AddressBlock, Counted> all, AddressBlock from, Instant now, Duration span) {
        return all.merge(
                from,
                new Counted(1, now.plus(span)),
                (so, first) -> now.isBefore(so.until()) ? new Counted(so.count() + 1, so.until()) : first);
    }
}
