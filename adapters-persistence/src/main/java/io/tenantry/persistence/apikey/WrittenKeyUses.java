package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.port.Transactions;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Counts uses in memory and adds them to the tables. Whoever counts waits for nobody. What is cut off just when it is committed is
 * written once more, for nobody knows whether it was.
 */
public final class WrittenKeyUses implements KeyUses {

    /** So many keys and days are counted between two exchanges, or while the database is away. */
    private static final int MOST = 200_000;

    private static final Duration AN_EXCHANGE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final CurrentTransaction current;
    private final Dao<KeyUseDao> uses;
    private final Dao<TenantUsageDao> usage;
    private final TenantUnits units;
    private final ConcurrentHashMap<Counted, KeyCount> counting = new ConcurrentHashMap<>();
    private final UnwrittenUses unwritten = new UnwrittenUses();
    private volatile int waiting;
    private volatile Today today = Today.of(Instant.EPOCH);

    /** A day in UTC, so that it need not be found out at every call. */
    private record Today(long number, LocalDate day, YearMonth month) {

        private static final long SECONDS = Duration.ofDays(1).toSeconds();

        static Today of(Instant now) {
            LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
            return new Today(day.toEpochDay(), day, YearMonth.from(day));
        }

        boolean isOf(Instant now) {
            return Math.floorDiv(now.getEpochSecond(), SECONDS) == number;
        }
    }

    public WrittenKeyUses(Transactions transactions, CurrentTransaction current, TenantUnits units) {
        this.transactions = transactions;
        this.current = current;
        this.uses = new Dao<>(current, KeyUseDao.class);
        this.usage = new Dao<>(current, TenantUsageDao.class);
        this.units = units;
    }

    @Override
    public Admission admit(KnownKey key, boolean previousSecret, long asked, Instant now) {
        current.requireNone();
        requireRoom();
        Today day = todayAt(now);
        Admission admission = units.admit(key, day.month(), now, asked);
        if (admission.admitted()) {
            count(Counted.of(key.key(), day.day()), Counts.of(previousSecret, asked, now));
        }
        return admission;
    }

    @Override
    public synchronized List<QuotaUse> write(Instant now) {
        current.requireNone();
        take();
        Set<TenantMonth> followed = units.followed(MonthlyUnits.monthOf(now));
        if (unwritten.isEmpty() && followed.isEmpty()) {
            return List.of();
        }
        Map<TenantMonth, Long> own = unwritten.units();
        Map<TenantMonth, Long> written = transactions.acrossTenants(() -> {
            add(own);
            return heard(followed);
        });
        unwritten.clear();
        waiting = 0;
        units.hear(followed, written, own);
        return units.nearTheEnd();
    }

    private void requireRoom() {
        if (counting.mappingCount() + waiting >= MOST) {
            throw new Unavailable(AN_EXCHANGE);
        }
    }

    private Today todayAt(Instant now) {
        Today known = today;
        if (known.isOf(now)) {
            return known;
        }
        Today other = Today.of(now);
        today = other;
        return other;
    }

    private void count(Counted counted, Counts counts) {
        KeyCount count = count(counted);
        while (!count.add(counts)) {
            counting.remove(counted, count);
            count = count(counted);
        }
    }

    private KeyCount count(Counted counted) {
        KeyCount count = counting.get(counted);
        return count != null ? count : counting.computeIfAbsent(counted, none -> new KeyCount());
    }

    private void take() {
        counting.forEach((counted, count) -> {
            counting.remove(counted, count);
            unwritten.add(counted, count.take());
        });
        waiting = unwritten.size();
    }

    private void add(Map<TenantMonth, Long> own) {
        if (!unwritten.isEmpty()) {
            uses.run(dao -> {
                dao.addDays(unwritten.uses());
                dao.addTotals(unwritten.totals());
            });
            usage.run(dao -> dao.add(own));
        }
    }

    private Map<TenantMonth, Long> heard(Set<TenantMonth> followed) {
        return usage.get(dao -> dao.of(followed)).stream()
                .collect(Collectors.toMap(TenantUsageRow.Usage::of, TenantUsageRow.Usage::units));
    }
}
