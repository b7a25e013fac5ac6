package io.tenantry.application.inmemory;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As one node counts: every call is kept until it is written. */
final class InMemoryKeyUses implements KeyUses {

    private record Call(ApiKey key, boolean previousSecret, long units, Instant at) {}

    private record MonthOf(TenantId tenant, YearMonth month) {}

    private final InMemoryTransactions transactions;
    private final ApiKeys keys;
    private final InMemoryKeyUsage usage;
    private final List<Call> unwritten = new ArrayList<>();
    private final Map<MonthOf, QuotaMeter> meters = new LinkedHashMap<>();

    InMemoryKeyUses(InMemoryTransactions transactions, ApiKeys keys, InMemoryKeyUsage usage) {
        this.transactions = transactions;
        this.keys = keys;
        this.usage = usage;
    }

    /** Counts for itself, over the same storage. */
    InMemoryKeyUses anotherNode() {
        return new InMemoryKeyUses(transactions, keys, usage);
    }

    @Override
    public Admission admit(KnownKey key, boolean previousSecret, long units, Instant now) {
        transactions.requireNone();
        return count(key, new Call(key.key(), previousSecret, units, now));
    }

    private synchronized Admission count(KnownKey key, Call call) {
        Tenant tenant = key.tenant();
        MonthOf month = new MonthOf(tenant.id(), MonthlyUnits.monthOf(call.at()));
        QuotaMeter meter =
                meters.computeIfAbsent(month, first -> new QuotaMeter(key.used().at(call.at())));
        boolean admitted = meter.admit(call.units(), tenant.quotaLimit());
        if (admitted) {
            unwritten.add(call);
        }
        return new Admission(admitted, meter.used());
    }

    @Override
    public synchronized List<QuotaUse> write(Instant now) {
        return transactions.acrossTenants(() -> {
            unwritten.forEach(this::write);
            unwritten.clear();
            meters.forEach((of, meter) -> meter.heard(usage.units(of.tenant(), of.month())));
            List<QuotaUse> reached = reached();
            meters.keySet().removeIf(of -> !of.month().equals(MonthlyUnits.monthOf(now)));
            return reached;
        });
    }

    /** Nothing, if its tenant was removed meanwhile. */
    private void write(Call call) {
        ApiKey before = call.key();
        keys.hold(before.tenant(), before.id()).ifPresent(key -> {
            boolean previous = call.previousSecret() && key.current().equals(before.current());
            usage.add(key.tenant(), key.id(), previous, call.units(), call.at());
        });
    }

    private List<QuotaUse> reached() {
        return meters.entrySet().stream()
                .flatMap(entry -> reached(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static Optional<QuotaUse> reached(MonthOf of, QuotaMeter meter) {
        return meter.takePercent().map(percent -> new QuotaUse(of.tenant(), of.month(), percent, meter.used()));
    }
}
