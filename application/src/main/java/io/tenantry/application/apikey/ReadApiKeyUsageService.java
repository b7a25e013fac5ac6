package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.ReadApiKeyUsage;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

final class ReadApiKeyUsageService implements ReadApiKeyUsage {

    private static final int USUAL_DAYS = 30;

    /** Days that every calendar and database has. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Transactions transactions;
    private final TenantAccess access;
    private final ApiKeys keys;
    private final InstantSource clock;

    ReadApiKeyUsageService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.keys = ports.apiKeys().keys();
        this.clock = clock;
    }

    private record Days(LocalDate from, LocalDate to) {}

    @Override
    public List<DailyUse> read(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            access.require(command.by(), command.tenant(), Permission.READ_API_KEYS);
            ApiKeyDetails found = keys.find(command.tenant(), command.key()).orElseThrow(NotFound::new);
            return used(found.key(), days(command));
        });
    }

    private Days days(Command command) {
        LocalDate to = command.to()
                .orElseGet(() -> clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        LocalDate from = command.from().orElseGet(() -> usualFrom(to));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS || from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new InvalidInput(InvalidInput.TO, FieldProblem.NOT_ALLOWED);
        }
        return new Days(from, to);
    }

    private static LocalDate usualFrom(LocalDate to) {
        return to.isBefore(EARLIEST) ? to : to.minusDays(USUAL_DAYS - 1L);
    }

    private List<DailyUse> used(ApiKey key, Days days) {
        Map<LocalDate, DailyUse> used = keys.usage(key.tenant(), key.id(), days.from(), days.to()).stream()
                .collect(Collectors.toMap(DailyUse::day, Function.identity()));
        return days.from()
                .datesUntil(days.to().plusDays(1))
                .map(day -> used.getOrDefault(day, new DailyUse(day, 0, 0)))
                .toList();
    }
}
