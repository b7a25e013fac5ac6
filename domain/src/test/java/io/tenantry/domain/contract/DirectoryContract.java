package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.invitation.InvitationFixture;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.admin.Directory} must do. */
public abstract class DirectoryContract extends PortContract {

    private static final PageRequest TWO = new PageRequest(Optional.empty(), 2);

    private final String word = UniqueFixture.word();
    private final Instant now = TimeFixture.now();

    @Test
    void a_tenant_is_found_by_the_beginnings_of_words_of_its_name_and_slug_in_any_order_and_case() {
        Tenant tenant = tenant("Größer & Söhne " + word, new Slug("widgets-" + word), now);

        for (String query : List.of(
                word,
                word.substring(0, 11),
                word.toUpperCase(Locale.ROOT) + " GRÖ",
                "söhne größer " + word,
                "SÖH " + word,
                "widg " + word,
                tenant.slug().value(),
                "%" + word + "_",
                "'" + word + "' | & ! :* <-> \\")) {
            assertThat(tenants(query))
                    .as(query)
                    .extracting(TenantSummary::tenant)
                    .containsExactly(tenant);
        }
    }

    @Test
    void no_word_is_found_by_its_midst_and_all_that_are_wanted_must_be_there() {
        tenant("Acme " + word, TenantFixture.aSlug(), now);

        assertThat(tenants(word.substring(1))).isEmpty();
        assertThat(tenants(word + " acme ltd")).isEmpty();
        assertThat(tenants(word + "x")).isEmpty();
    }

    @Test
    void a_tenant_comes_with_its_primary_domain_and_the_number_of_its_members() {
        Tenant tenant = tenant("Acme " + word, TenantFixture.aSlug(), now);
        HostName host = in(tenant.id(), () -> ports().domains().primaryOf(tenant.id()))
                .orElseThrow()
                .host();
        doIn(tenant.id(), () -> ports().domains().add(new Domain(DomainFixture.aHost(), tenant.id(), false, now)));
        storedOwner(tenant, storedUser());
        stored(MembershipFixture.joined(tenant.id(), storedUser().id(), Role.MEMBER, now));

        assertThat(tenants(word)).containsExactly(new TenantSummary(tenant, host, 2));
    }

    @Test
    void a_tenant_without_members_is_found_too() {
        tenant("Acme " + word, TenantFixture.aSlug(), now);

        assertThat(tenants(word)).extracting(TenantSummary::members).containsExactly(0);
    }

    @Test
    void tenants_of_one_status_are_found_by_it() {
        Tenant active = tenant("One " + word, TenantFixture.aSlug(), now);
        Tenant suspended = tenant("Two " + word, TenantFixture.aSlug(), now);
        doOutside(() -> ports().tenants().update(suspended.withStatus(TenantStatus.SUSPENDED, now)));

        assertThat(tenants(word, Optional.of(TenantStatus.ACTIVE), PageRequest.FIRST)
                        .items())
                .extracting(found -> found.tenant().id())
                .containsExactly(active.id());
        assertThat(tenants(word, Optional.of(TenantStatus.SUSPENDED), PageRequest.FIRST)
                        .items())
                .extracting(found -> found.tenant().id())
                .containsExactly(suspended.id());
        assertThat(tenants(word, Optional.of(TenantStatus.INACTIVE), PageRequest.FIRST)
                        .items())
                .isEmpty();
    }

    @Test
    void a_tenant_is_found_by_the_name_that_it_has_now() {
        Tenant tenant = tenant("Acme " + word, TenantFixture.aSlug(), now);
        String other = UniqueFixture.word();

        doOutside(() -> ports().tenants().update(tenant.named(new TenantName("Renamed " + other), now)));

        assertThat(tenants(other)).hasSize(1);
        assertThat(tenants(word)).isEmpty();
    }

    @Test
    void tenants_come_the_newest_first_a_page_at_a_time_also_those_of_one_moment() {
        List<Tenant> oldestFirst = IntStream.of(0, 1, 1, 1, 2)
                .mapToObj(second -> tenant("Acme " + word, TenantFixture.aSlug(), now.plusSeconds(second)))
                .toList();

        List<Tenant> listed = new ArrayList<>();
        Page<TenantSummary> page = tenants(word, Optional.empty(), TWO);
        page.items().forEach(found -> listed.add(found.tenant()));
        while (page.next().isPresent()) {
            page = tenants(word, Optional.empty(), new PageRequest(page.next(), 2));
            page.items().forEach(found -> listed.add(found.tenant()));
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(listed.get(0)).isEqualTo(oldestFirst.get(4));
        assertThat(listed.get(4)).isEqualTo(oldestFirst.get(0));
    }

    @Test
    void a_user_is_found_by_the_beginnings_of_words_of_their_name_and_address() {
        User user = user("José-Émile " + word, "jose+list." + word + "@Mail.Example.org", now);

        for (String query : List.of(
                word,
                word.substring(0, 11).toUpperCase(Locale.ROOT),
                "ÉMILE josé " + word,
                "jose+list." + word + "@mail.example.org",
                "exam mail " + word,
                "org " + word)) {
            assertThat(users(query)).as(query).containsExactly(user);
        }
        assertThat(users(word + " ample")).isEmpty();
        assertThat(users(word.substring(1))).isEmpty();
    }

    @Test
    void a_user_is_found_by_the_address_that_they_have_now() {
        User user = user("Ada", word + "@example.org", now);
        User moved = user.withEmail(UserFixture.anAddress(), now);

        doOutside(() -> ports().users().update(moved));

        assertThat(users(word)).isEmpty();
        assertThat(users(moved.email().value())).containsExactly(moved);
    }

    @Test
    void users_come_the_newest_first_a_page_at_a_time_also_those_of_one_moment() {
        List<User> oldestFirst = IntStream.of(0, 1, 1, 1, 2)
                .mapToObj(second -> user(word, UniqueFixture.word() + "@example.org", now.plusSeconds(second)))
                .toList();

        List<User> listed = new ArrayList<>();
        Page<User> page = users(SearchText.of(word), TWO);
        listed.addAll(page.items());
        while (page.next().isPresent()) {
            page = users(SearchText.of(word), new PageRequest(page.next(), 2));
            listed.addAll(page.items());
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(listed.get(0)).isEqualTo(oldestFirst.get(4));
        assertThat(listed.get(4)).isEqualTo(oldestFirst.get(0));
    }

    @Test
    void who_looks_for_nothing_in_particular_finds_everybody() {
        Instant soon = now.plus(Duration.ofDays(1));
        User newest = user("", UniqueFixture.word() + "@example.org", soon);

        Page<User> page = users(SearchText.EVERYTHING, new PageRequest(Optional.empty(), 100));

        assertThat(page.items()).contains(newest);
    }

    @Test
    void what_is_counted_is_what_came() {
        Statistics before = statistics();
        Tenant tenant = storedTenant();
        Tenant suspended = storedTenant();
        doOutside(() -> ports().tenants().update(suspended.withStatus(TenantStatus.SUSPENDED, now)));
        User verified = storedUser();
        doOutside(() -> ports().users().update(verified.verified(now)));
        User disabled = storedUser();
        doOutside(() -> ports().users().update(disabled.disabled(true, now)));
        doIn(tenant.id(), () -> ports().invitations().add(InvitationFixture.to(tenant.id())));

        Statistics after = statistics();

        assertThat(count(after, TenantStatus.ACTIVE)).isEqualTo(count(before, TenantStatus.ACTIVE) + 1);
        assertThat(count(after, TenantStatus.SUSPENDED)).isEqualTo(count(before, TenantStatus.SUSPENDED) + 1);
        assertThat(count(after, TenantStatus.INACTIVE)).isEqualTo(count(before, TenantStatus.INACTIVE));
        assertThat(after.registeredTenants()).isEqualTo(before.registeredTenants() + 2);
        assertThat(after.users()).isEqualTo(before.users() + 2);
        assertThat(after.verifiedUsers()).isEqualTo(before.verifiedUsers() + 1);
        assertThat(after.disabledUsers()).isEqualTo(before.disabledUsers() + 1);
        assertThat(after.registeredUsers()).isEqualTo(before.registeredUsers() + 2);
        assertThat(after.pendingInvitations()).isEqualTo(before.pendingInvitations() + 1);
    }

    @Test
    void who_uses_two_sessions_counts_once_and_a_session_that_ended_is_not_live() {
        Statistics before = statistics();
        User user = storedUser();
        Session live = SessionFixture.rotating(user.id());
        Session over = SessionFixture.rotating(user.id());
        doOutside(() -> {
            ports().sessions().open(live);
            ports().sessions().open(over);
            ports().sessions().end(over.id(), now);
        });

        Statistics after = statistics();

        assertThat(after.activeUsers()).isEqualTo(before.activeUsers() + 1);
        assertThat(after.liveSessions()).isEqualTo(before.liveSessions() + 1);
    }

    @Test
    void what_was_30_days_ago_is_not_lately() {
        Instant later = now.plus(Duration.ofDays(31));
        Statistics before = across(() -> ports().directory().statistics(later));
        User user = storedUser();
        storedTenant();
        doOutside(() -> ports().sessions().open(SessionFixture.rotating(user.id())));

        Statistics after = across(() -> ports().directory().statistics(later));

        assertThat(after.users()).isEqualTo(before.users() + 1);
        assertThat(after.registeredUsers()).isEqualTo(before.registeredUsers());
        assertThat(after.registeredTenants()).isEqualTo(before.registeredTenants());
        assertThat(after.activeUsers()).isEqualTo(before.activeUsers());
        assertThat(after.liveSessions()).isEqualTo(before.liveSessions());
    }

    /** A little later than what a test has made. */
    private Statistics statistics() {
        return across(() -> ports().directory().statistics(TimeFixture.now().plusSeconds(1)));
    }

    private static long count(Statistics statistics, TenantStatus status) {
        return statistics.tenants().getOrDefault(status, 0L);
    }

    private Tenant tenant(String name, Slug slug, Instant createdAt) {
        NewTenant base = TenantFixture.aNewTenantWith(slug);
        NewTenant wanted = new NewTenant(base.id(), new TenantName(name), slug, base.contactEmail(), createdAt);
        return in(wanted.id(), () -> {
            Tenant tenant = ports().tenants().add(wanted).orElseThrow();
            ports().domains().add(DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost()));
            return tenant;
        });
    }

    private User user(String name, String email, Instant createdAt) {
        User base = UserFixture.aUserAt(EmailAddress.of(email));
        PersonName full = name.isEmpty() ? PersonName.NONE : PersonName.ofFull(name);
        User user =
                new User(base.id(), base.email(), full, Optional.empty(), false, false, createdAt, base.updatedAt());
        doOutside(() -> ports().users().add(user));
        return user;
    }

    private List<TenantSummary> tenants(String query) {
        return tenants(query, Optional.empty(), PageRequest.FIRST).items();
    }

    private Page<TenantSummary> tenants(String query, Optional<TenantStatus> status, PageRequest request) {
        return across(() -> ports().directory().tenants(SearchText.of(query), status, request));
    }

    private List<User> users(String query) {
        return users(SearchText.of(query), PageRequest.FIRST).items();
    }

    private Page<User> users(SearchText query, PageRequest request) {
        return across(() -> ports().directory().users(query, request));
    }
}
