package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.port.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

final class ReadStatisticsService implements ReadStatistics {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final Directory directory;
    private final Duration sessionsKept;
    private final InstantSource clock;

    ReadStatisticsService(DrivenPorts ports, Policies policies, OperatorAccess access, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = access;
        this.directory = ports.directory();
        this.sessionsKept = policies.retention().sessions();
        this.clock = clock;
    }

    @Override
    public Figures read(Command command) {
        access.require(command.by());
        if (command.days() < 1 || command.days() > MOST_DAYS) {
            throw new InvalidInput(InvalidInput.DAYS, FieldProblem.NOT_ALLOWED);
        }
        return transactions.acrossTenants(() -> {
            access.looked(AuditAction.ADMIN_READ_STATISTICS, command.by(), command.device(), Map.of());
            Instant now = clock.instant();
            return new Figures(directory.statistics(now), daily(now, command.days()));
        });
    }

    private List<DailyStatistics> daily(Instant now, int days) {
        LocalDate last = day(now);
        LocalDate first = last.minusDays(days - 1L);
        Map<LocalDate, DailyStatistics> came = directory.daily(first, last).stream()
                .collect(Collectors.toMap(DailyStatistics::day, Function.identity()));
        LocalDate lastWithGaps = day(now.minus(sessionsKept));
        return first.datesUntil(last.plusDays(1))
                .map(day -> came.getOrDefault(day, DailyStatistics.none(day)))
                .map(of -> of.day().isAfter(lastWithGaps) ? of : of.withoutSignIns())
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
