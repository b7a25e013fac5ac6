package io.tenantry.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Device;
import io.tenantry.persistence.FailingDataSource;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The chain through a tenant's audit holds, whatever is done to the audit that may be done to it. */
class AuditChainTest {

    private static final int AT_ONCE = 20;
    private static final List<AuditAction> ACTIONS = List.of(AuditAction.values());
    private static final List<Target.Type> TYPES = List.of(Target.Type.values());

    @Test
    void the_chain_holds_when_20_transactions_at_once_each_note_events_in_three_tenants_in_any_order()
            throws Exception {
        List<TenantAudit> audits = List.of(TenantAudit.empty(), TenantAudit.empty(), TenantAudit.empty());

        inParallel(number -> {
            List<TenantAudit> order = new ArrayList<>(audits);
            Collections.shuffle(order, new Random(number));
            for (int round = 0; round < 10; round++) {
                order.get(0)
                        .add(order.stream().map(audit -> audit.event(number)).toList());
            }
        });

        for (TenantAudit audit : audits) {
            assertHolds(audit, 10L * AT_ONCE);
        }
    }

    @Test
    void of_transactions_at_once_of_which_some_are_rolled_back_the_others_are_chained() throws Exception {
        TenantAudit audit = TenantAudit.empty();

        inParallel(number -> {
            if (number % 2 == 0) {
                audit.add(List.of(audit.event(number), audit.event(number)));
            } else {
                assertThatThrownBy(() -> audit.add(List.of(audit.event(number), rejected(audit))))
                        .isInstanceOf(RuntimeException.class);
            }
        });

        assertHolds(audit, AT_ONCE);
    }

    @Test
    void the_chain_holds_whatever_an_event_says() throws SQLException {
        TenantAudit audit = TenantAudit.empty();
        Random random = new Random(20260301);
        for (int i = 0; i < 20; i++) {
            audit.add(IntStream.range(0, 20)
                    .mapToObj(each -> anyEvent(audit, random))
                    .toList());
        }

        assertHolds(audit, 400);
        audit.eraseDevices();
        assertHolds(audit, 400);
        assertThat(audit.sql("select count(*) from audit_event where salt is null"))
                .as("of those whom it is about")
                .doesNotContain("0", "400");
    }

    @Test
    void ten_thousand_events_are_verified_and_their_head_is_that_of_the_last() throws SQLException {
        TenantAudit audit = TenantAudit.empty();
        for (int i = 0; i < 10; i++) {
            audit.add(IntStream.range(0, 1_001).mapToObj(audit::event).toList());
        }

        AuditChain chain = audit.verify();

        assertThat(chain.broken()).isEmpty();
        assertThat(chain.events()).isEqualTo(10_010);
        assertThat(audit.sql("select encode(digest, 'hex') from audit_event where seq = 10010"))
                .containsExactly(chain.head());
    }

    @Test
    void what_servers_of_the_version_before_write_stands_beside_the_chain_and_is_removed_when_it_is_old()
            throws SQLException {
        TenantAudit audit = TenantAudit.of(2);
        Sql.query(
                TenantAudit.DATABASE.server(),
                "set local tenantry.tenant = '" + audit.tenant().id() + "'",
                "insert into " + audit.tenant().schema() + ".audit_event (id, occurred_at, action, actor_kind, subject,"
                        + " outcome, address, user_agent, detail) values (gen_random_uuid(), '" + TenantAudit.BEGIN
                        + "', 'session.sign_in', 'user', null, 'success', null, null, '{}')");
        audit.add(List.of(audit.event(2)));

        assertThat(audit.verify())
                .isEqualTo(new AuditChain(3, 1, Optional.empty(), audit.verify().head()));
        assertThat(audit.removeBefore(1, 2)).isEqualTo(2);
        assertThat(audit.verify())
                .isEqualTo(new AuditChain(2, 0, Optional.empty(), audit.verify().head()));
    }

    @Test
    void an_old_event_that_was_noted_after_a_young_one_stays_as_long_as_that() {
        TenantAudit audit = TenantAudit.empty();
        IntStream.of(0, 5, 1, 6).forEach(second -> audit.add(List.of(audit.event(second))));

        assertThat(audit.removeBefore(3, 9)).isEqualTo(1);
        assertHolds(audit, 3);
        assertThat(audit.removeBefore(6, 9)).isEqualTo(2);
        assertHolds(audit, 1);
    }

    @Test
    void events_are_removed_and_added_at_once_and_the_chain_holds() throws Exception {
        TenantAudit audit = TenantAudit.of(100);

        inParallel(number -> {
            audit.add(List.of(audit.event(1000)));
            audit.removeBefore(100, 10);
        });

        assertHolds(audit, AT_ONCE);
    }

    @Test
    void an_event_is_in_the_chain_in_whatever_scope_it_was_noted_and_the_scope_is_then_as_it_was() {
        TenantAudit audit = TenantAudit.empty();
        TenantAudit other = TenantAudit.of(1);
        PostgresPersistence ports = TenantAudit.ports();
        ports.transactions().outsideTenants(() -> {
            ports.auditEvents().add(audit.event(1));
            ports.auditEvents().page(AuditFilter.ALL, PageRequest.FIRST);
            assertThat(ports.memberships().of(audit.user())).isEmpty();
            return true;
        });
        ports.transactions().inTenant(other.tenant().id(), () -> {
            ports.auditEvents().add(audit.event(2));
            assertThat(ports.auditEvents()
                            .page(AuditFilter.ALL, PageRequest.FIRST)
                            .items())
                    .hasSize(1);
            assertThat(ports.memberships().of(audit.user())).isEmpty();
            assertThat(ports.memberships().of(other.user())).hasSize(1);
            return true;
        });

        assertHolds(audit, 2);
        assertHolds(other, 1);
    }

    @Test
    void where_the_chain_has_lost_its_head_nothing_can_be_noted_or_done() throws SQLException {
        TenantAudit audit = TenantAudit.of(1);
        audit.sql("delete from audit_head");

        assertThatThrownBy(() -> audit.add(List.of(audit.event(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("head");

        assertThat(audit.sql("select count(*) from audit_event")).containsExactly("1");
    }

    @Test
    void all_events_of_a_tenant_in_a_transaction_are_one_trip() {
        TenantAudit audit = TenantAudit.empty();
        FailingDataSource link = new FailingDataSource(TenantAudit.DATABASE.server());
        try (PostgresPersistence ports = PersistenceForTests.builder(TenantAudit.DATABASE, link.dataSource())
                .open()) {
            link.failAt(Integer.MAX_VALUE);
            ports.transactions().acrossTenants(() -> {
                IntStream.range(0, 5).forEach(second -> ports.auditEvents().add(audit.event(second)));
                return true;
            });
        }

        assertThat(link.steps()).as("scope, events, commit").isEqualTo(3);
        assertHolds(audit, 5);
    }

    private static void assertHolds(TenantAudit audit, long events) {
        AuditChain chain = audit.verify();
        assertThat(chain.broken()).isEmpty();
        assertThat(chain.events()).isEqualTo(events);
        assertThat(chain.unchained()).isZero();
    }

    /** One that the database refuses. */
    private static AuditEvent rejected(TenantAudit audit) {
        return event(audit, audit.event(1).at(), Map.of("nul", "\0"), Optional.empty(), Device.UNKNOWN);
    }

    private static AuditEvent anyEvent(TenantAudit audit, Random random) {
        Map<String, String> data = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            data.put(anyText(random), anyText(random));
        }
        Instant at = Instant.ofEpochSecond(
                random.nextLong(-62_135_596_800L, 253_402_300_799L), random.nextInt(1_000_000_000));
        Optional<Target> target = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Target(TYPES.get(random.nextInt(TYPES.size())), anyText(random)));
        return event(audit, at, data, target, new Device(maybe(random), maybe(random)));
    }

    private static AuditEvent event(
            TenantAudit audit, Instant at, Map<String, String> data, Optional<Target> target, Device device) {
        boolean own = at.getNano() % 2 == 0;
        return new AuditEvent(
                UUID.randomUUID(),
                at,
                ACTIONS.get(Math.floorMod(at.getEpochSecond(), ACTIONS.size())),
                own ? Actor.user(audit.user()) : Actor.SYSTEM,
                Optional.of(audit.tenant()),
                Optional.empty(),
                target,
                device,
                own ? AuditEvent.Outcome.SUCCESS : AuditEvent.Outcome.REFUSED,
                data);
    }

    private static Optional<String> maybe(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(anyText(random));
    }

    /** Of characters of one to four bytes, half a pair among them, which becomes a question mark; also none at all. */
    private static String anyText(Random random) {
        int[] some = {'a', ':', ',', '"', '\\', '\n', '{', 0x7f, 'ß', 0x0130, 0xfb01, 0xd800, 0xffff, 0x1f600, 0x10ffff
        };
        return random.ints(random.nextInt(30), 0, some.length)
                .map(place -> some[place])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void inParallel(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> runs = IntStream.range(0, AT_ONCE)
                    .<Callable<Integer>>mapToObj(number -> () -> {
                        work.run(number);
                        return number;
                    })
                    .toList();
            for (Future<Integer> run : threads.invokeAll(runs)) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Work {

        void run(int number);
    }
}
