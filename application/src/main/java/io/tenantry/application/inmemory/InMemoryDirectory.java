package io.tenantry.application.inmemory;

import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryDirectory implements Directory {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final InMemoryTenants tenants;
    private final InMemoryUsers users;
    private final InMemoryMemberships memberships;
    private final InMemoryDomains domains;
    private final InMemorySessions sessions;
    private final InMemoryInvitations invitations;
    private final InMemoryApiKeys apiKeys;
    private final InMemoryKeyUsage keyUsage;

    InMemoryDirectory(
            InMemoryTenants tenants,
            InMemoryUsers users,
            InMemoryMemberships memberships,
            InMemoryDomains domains,
            InMemorySessions sessions,
            InMemoryInvitations invitations,
            InMemoryApiKeys apiKeys,
            InMemoryKeyUsage keyUsage) {
        this.tenants = tenants;
        this.users = users;
        this.memberships = memberships;
        this.domains = domains;
        this.sessions = sessions;
        this.invitations = invitations;
        this.apiKeys = apiKeys;
        this.keyUsage = keyUsage;
    }

    @Override
    public Page<TenantSummary> tenants(SearchText query, Optional<TenantStatus> status, PageRequest request) {
        return InMemoryPages.descending(
                        tenants.all()
                                .filter(tenant -> status.isEmpty() || status.get() == tenant.status())
                                .filter(tenant -> fits(query, tenant.name() + " " + tenant.slug())),
                        request,
                        tenant -> new Cursor(tenant.createdAt(), tenant.id().value()))
                .map(this::summary);
    }

    @Override
    public Page<User> users(SearchText query, PageRequest request) {
        return InMemoryPages.descending(
                users.all()
                        .filter(user ->
                                fits(query, user.email() + " " + user.name().full())),
                request,
                user -> new Cursor(user.createdAt(), user.id().value()));
    }

    @Override
    public Page<FoundApiKey> apiKeys(SearchText query, Optional<ApiKeyId> exact, PageRequest request) {
        return InMemoryPages.descending(
                        apiKeys.all()
                                .filter(key -> exact.map(key.id()::equals)
                                        .orElseGet(() -> fits(query, key.name().value()))),
                        request,
                        InMemoryApiKeys::place)
                .map(this::found);
    }

    @Override
    public Statistics statistics(Instant now) {
        Instant lately = now.minus(LATELY);
        return new Statistics(
                tenants.all().collect(Collectors.groupingBy(Tenant::status, Collectors.counting())),
                tenants.all()
                        .filter(tenant -> !tenant.createdAt().isBefore(lately))
                        .count(),
                users.all().count(),
                users.all().filter(User::emailVerified).count(),
                users.all().filter(User::disabled).count(),
                users.all().filter(user -> !user.createdAt().isBefore(lately)).count(),
                sessions.all()
                        .filter(session -> !session.lastUsedAt().isBefore(lately))
                        .map(Session::user)
                        .distinct()
                        .count(),
                sessions.all().filter(session -> session.isLiveAt(now)).count(),
                invitations.pending(),
                apiKeys.all().filter(key -> key.isActive(now)).count(),
                keyUsage.units(MonthlyUnits.monthOf(now)));
    }

    @Override
    public List<DailyStatistics> daily(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(this::on)
                .filter(of -> !of.equals(DailyStatistics.none(of.day())))
                .toList();
    }

    private DailyStatistics on(LocalDate day) {
        DailyUse used = keyUsage.on(day);
        return new DailyStatistics(
                day,
                on(day, tenants.all().map(Tenant::createdAt)),
                on(day, users.all().map(User::createdAt)),
                Optional.of(on(day, sessions.all().map(Session::createdAt))),
                used.requests(),
                used.units());
    }

    private static long on(LocalDate day, Stream<Instant> times) {
        return times.filter(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).equals(day))
                .count();
    }

    private FoundApiKey found(ApiKey key) {
        return new FoundApiKey(apiKeys.details(key), tenants.find(key.tenant()).orElseThrow());
    }

    private TenantSummary summary(Tenant tenant) {
        HostName domain = domains.primaryOf(tenant.id()).orElseThrow().host();
        return new TenantSummary(tenant, domain, memberships.count(tenant.id()));
    }

    private static boolean fits(SearchText query, String text) {
        List<String> words =
                BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).toList();
        return query.words().stream().allMatch(wanted -> words.stream().anyMatch(word -> word.startsWith(wanted)));
    }
}
