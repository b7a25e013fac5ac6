package io.tenantry.persistence.admin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import io.tenantry.persistence.mapping.DomainArguments;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.mapping.SearchLetters;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches in the tables {@code tenant} and {@code app_user}, by the words that the function {@code search_words} finds, and for keys
 * in {@code api_key_word}, where the words of their names stand one by one.
 */
public final class JdbiDirectory implements Directory {

    private static final Duration LATELY = Duration.ofDays(30);

    private final Dao<DirectoryDao> directory;

    public JdbiDirectory(CurrentTransaction current) {
        this.directory = new Dao<>(current, DirectoryDao.class);
    }

    @Override
    public Page<TenantSummary> tenants(SearchText query, Optional<TenantStatus> status, PageRequest request) {
        PageStart start = PageStart.descending(request);
        String words = beginnings(query);
        List<TenantSummary> found =
                directory.get(dao -> words.isEmpty() ? dao.tenants(status, start) : dao.tenants(words, status, start));
        return Page.of(
                found,
                request,
                shown -> new Cursor(
                        shown.tenant().createdAt(), shown.tenant().id().value()));
    }

    @Override
    public Page<User> users(SearchText query, PageRequest request) {
        PageStart start = PageStart.descending(request);
        String words = beginnings(query);
        List<User> found = directory.get(dao -> words.isEmpty() ? dao.users(start) : dao.users(words, start));
        return Page.of(
                found,
                request,
                shown -> new Cursor(shown.createdAt(), shown.id().value()));
    }

    @Override
    public Page<FoundApiKey> apiKeys(SearchText query, Optional<ApiKeyId> exact, PageRequest request) {
        PageStart start = PageStart.descending(request);
        List<String> words = longestFirst(query);
        List<FoundApiKey> found = directory.get(dao -> exact.map(id -> dao.apiKeys(id, start))
                .orElseGet(() -> words.isEmpty() ? dao.apiKeys(start) : dao.apiKeys(words, ends(words), start)));
        return Page.of(found, request, JdbiDirectory::place);
    }

    @Override
    public Statistics statistics(Instant now) {
        CountsRow counts = directory.get(dao ->
                dao.counts(now, now.minus(LATELY), MonthlyUnits.monthOf(now).atDay(1)));
        return new Statistics(
                tenantsByStatus(),
                counts.registeredTenants(),
                counts.users(),
                counts.verifiedUsers(),
                counts.disabledUsers(),
                counts.registeredUsers(),
                counts.activeUsers(),
                counts.liveSessions(),
                counts.pendingInvitations(),
                counts.activeApiKeys(),
                counts.unitsThisMonth());
    }

    @Override
    public List<DailyStatistics> daily(LocalDate from, LocalDate to) {
        return directory.get(dao -> dao.daily(from, to, startOf(from), startOf(to.plusDays(1))));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Map<TenantStatus, Long> tenantsByStatus() {
        return directory.get(DirectoryDao::tenantsByStatus).entrySet().stream()
                .collect(toMap(
                        count -> DomainArguments.ofWord(TenantStatus.class, count.getKey()), Map.Entry::getValue));
    }

    private static Cursor place(FoundApiKey shown) {
        ApiKey key = shown.details().key();
        return new Cursor(key.createdAt(), key.id().value());
    }

    /** The longest word fits the fewest names, most likely. */
    private static List<String> longestFirst(SearchText query) {
        return query.words().stream()
                .map(SearchLetters::folded)
                .filter(word -> !word.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Behind all that begin with it: no letter comes after the last character there is. */
    private static List<String> ends(List<String> words) {
        return words.stream()
                .map(word -> word + Character.toString(Character.MAX_CODE_POINT))
                .toList();
    }

    /** A {@code tsquery}: every word begins one of those that are found. */
    private static String beginnings(SearchText query) {
        return query.words().stream()
                .map(SearchLetters::folded)
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(joining(" & "));
    }
}
