package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was written down of the use of keys. */
final class InMemoryKeyUsage {

    private record Day(ApiKeyId key, DailyUse use) {}

    private record DayOf(ApiKeyId key, LocalDate day) {}

    private record Month(TenantId tenant, MonthlyUnits units) {}

    private record MonthOf(TenantId tenant, YearMonth month) {}

    private final InMemoryRows<ApiKeyId, ApiKeyUse> totals;
    private final InMemoryRows<DayOf, Day> days;
    private final InMemoryRows<MonthOf, Month> months;

    InMemoryKeyUsage(InMemoryTransactions transactions) {
        this.totals = new InMemoryRows<>(transactions);
        this.days = new InMemoryRows<>(transactions);
        this.months = new InMemoryRows<>(transactions);
    }

    ApiKeyUse of(ApiKeyId key) {
        return totals.find(key).orElse(ApiKeyUse.NONE);
    }

    List<DailyUse> days(ApiKeyId key, LocalDate from, LocalDate to) {
        return days.all()
                .filter(day -> day.key().equals(key))
                .map(Day::use)
                .filter(use -> !use.day().isBefore(from) && !use.day().isAfter(to))
                .sorted(Comparator.comparing(DailyUse::day))
                .toList();
    }

    /** Of all keys. */
    DailyUse on(LocalDate day) {
        return days.all()
                .map(Day::use)
                .filter(use -> use.day().equals(day))
                .reduce(
                        new DailyUse(day, 0, 0),
                        (sum, use) -> new DailyUse(day, sum.requests() + use.requests(), sum.units() + use.units()));
    }

    /** Of the last month that it has used any in; that of the year 0 if in none. */
    MonthlyUnits latest(TenantId tenant) {
        return months.all()
                .filter(month -> month.tenant().equals(tenant))
                .map(Month::units)
                .max(Comparator.comparing(MonthlyUnits::month))
                .orElse(new MonthlyUnits(YearMonth.of(0, 1), 0));
    }

    long units(TenantId tenant, YearMonth month) {
        return months.find(new MonthOf(tenant, month))
                .map(found -> found.units().units())
                .orElse(0L);
    }

    /** Of all tenants. */
    long units(YearMonth month) {
        return months.all()
                .map(Month::units)
                .filter(found -> found.month().equals(month))
                .mapToLong(MonthlyUnits::units)
                .sum();
    }

    /** @param previousSecret whether it counts as a request by the secret before */
    void add(TenantId tenant, ApiKeyId key, boolean previousSecret, long units, Instant at) {
        ApiKeyUse total = of(key);
        totals.put(
                key,
                new ApiKeyUse(
                        total.lastUsedAt().filter(at::isBefore).or(() -> Optional.of(at)),
                        total.requests() + 1,
                        total.previousSecretRequests() + (previousSecret ? 1 : 0)));
        addToDay(new DayOf(key, at.atOffset(ZoneOffset.UTC).toLocalDate()), units);
        addToMonth(new MonthOf(tenant, MonthlyUnits.monthOf(at)), units);
    }

    private void addToDay(DayOf of, long units) {
        DailyUse before = days.find(of).map(Day::use).orElse(new DailyUse(of.day(), 0, 0));
        days.put(of, new Day(of.key(), new DailyUse(of.day(), before.requests() + 1, before.units() + units)));
    }

    private void addToMonth(MonthOf of, long units) {
        long sum = units(of.tenant(), of.month()) + units;
        months.put(of, new Month(of.tenant(), new MonthlyUnits(of.month(), sum)));
    }

    void rotated(ApiKeyId key) {
        totals.find(key).ifPresent(before -> totals.put(key, new ApiKeyUse(before.lastUsedAt(), before.requests(), 0)));
    }

    int removeDays(LocalDate before, int limit) {
        return days.removeFirst(limit, day -> day.use().day().isBefore(before));
    }

    void forget(ApiKeyId key) {
        totals.remove(key);
        days.removeFirst(Integer.MAX_VALUE, day -> day.key().equals(key));
    }

    void forget(TenantId tenant) {
        months.removeFirst(Integer.MAX_VALUE, month -> month.tenant().equals(tenant));
    }
}
