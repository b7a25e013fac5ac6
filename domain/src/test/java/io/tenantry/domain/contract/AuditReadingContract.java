package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEventFixture;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.audit.AuditEvents} must do for who reads it, and for whom it names. */
public abstract class AuditReadingContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void a_tenants_audit_is_read_the_newest_first_a_page_at_a_time_also_what_was_at_one_moment() {
        Tenant tenant = tenantWithSchema();
        UserId user = storedUser().id();
        List<AuditEvent> oldestFirst = IntStream.of(0, 1, 1, 1, 2)
                .mapToObj(second -> added(AuditEventFixture.in(tenant, user, at(second))))
                .toList();

        List<AuditEvent> read = new ArrayList<>();
        Page<AuditEvent> page = page(tenant, AuditFilter.ALL, new PageRequest(Optional.empty(), 2));
        read.addAll(page.items());
        while (page.next().isPresent()) {
            page = page(tenant, AuditFilter.ALL, new PageRequest(page.next(), 2));
            read.addAll(page.items());
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(read.get(0)).isEqualTo(oldestFirst.get(4));
        assertThat(read.get(4)).isEqualTo(oldestFirst.get(0));
    }

    @Test
    void RMT_in_the_scope_of_a_tenant_its_audit_is_read_and_in_any_other_the_installations() {
        Tenant tenant = tenantWithSchema();
        UserId user = storedUser().id();
        AuditEvent own = added(AuditEventFixture.in(tenant, user, now));
        added(AuditEventFixture.in(tenantWithSchema(), user, now));
        AuditEvent installations = added(AuditEventFixture.by(user, AuditAction.SIGN_IN, now));
        AuditFilter by = by(user);

        assertThat(page(tenant, by, PageRequest.FIRST).items()).containsExactly(own);
        assertThat(across(() -> ports().auditEvents().page(by, PageRequest.FIRST))
                        .items())
                .containsExactly(installations);
        assertThat(outside(() -> ports().auditEvents().page(by, PageRequest.FIRST))
                        .items())
                .containsExactly(installations);
    }

    @Test
    void events_are_found_by_what_was_done() {
        UserId user = storedUser().id();
        AuditEvent wanted = added(AuditEventFixture.by(user, AuditAction.PASSWORD_CHANGED, now));
        added(AuditEventFixture.by(user, AuditAction.SIGN_IN, now));

        assertThat(read(new AuditFilter(
                        Optional.of(AuditAction.PASSWORD_CHANGED),
                        Optional.of(user.value()),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(wanted);
    }

    @Test
    void events_are_found_by_who_did_it_not_by_whom_they_are_about() {
        UserId operator = storedUser().id();
        UserId user = storedUser().id();
        AuditEvent wanted = added(AuditEventFixture.byOperator(operator, user, now));
        added(AuditEventFixture.refused(user, now));

        assertThat(read(by(operator))).containsExactly(wanted);
        assertThat(read(by(user))).isEmpty();
    }

    @Test
    void events_are_found_from_a_time_on_and_before_another() {
        UserId user = storedUser().id();
        List<AuditEvent> events = IntStream.range(0, 4)
                .mapToObj(second -> added(AuditEventFixture.by(user, AuditAction.SIGN_IN, at(second))))
                .toList();

        assertThat(read(between(user, Optional.of(at(1)), Optional.of(at(3)))))
                .containsExactly(events.get(2), events.get(1));
        assertThat(read(between(user, Optional.of(at(3)), Optional.empty()))).containsExactly(events.get(3));
        assertThat(read(between(user, Optional.empty(), Optional.of(at(1))))).containsExactly(events.get(0));
        assertThat(read(between(user, Optional.of(at(2)), Optional.of(at(2))))).isEmpty();
    }

    @Test
    void what_is_filtered_is_paged_too() {
        UserId user = storedUser().id();
        IntStream.range(0, 4).forEach(second -> {
            added(AuditEventFixture.by(user, AuditAction.SIGN_IN, at(second)));
            added(AuditEventFixture.by(user, AuditAction.PASSWORD_CHANGED, at(second)));
        });
        AuditFilter signIns = new AuditFilter(
                Optional.of(AuditAction.SIGN_IN), Optional.of(user.value()), Optional.empty(), Optional.empty());

        Page<AuditEvent> first =
                outside(() -> ports().auditEvents().page(signIns, new PageRequest(Optional.empty(), 3)));
        Page<AuditEvent> second = outside(() -> ports().auditEvents().page(signIns, new PageRequest(first.next(), 3)));

        assertThat(first.items()).extracting(AuditEvent::at).containsExactly(at(3), at(2), at(1));
        assertThat(second.items()).extracting(AuditEvent::at).containsExactly(at(0));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void from_where_a_user_did_things_and_others_did_what_is_about_them_is_erased_and_their_id_stays() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        Tenant tenant = tenantWithSchema();
        List<AuditEvent> theirs = List.of(
                added(AuditEventFixture.by(user, AuditAction.SIGN_IN, at(0))),
                added(AuditEventFixture.byOperator(other, user, at(1))),
                added(AuditEventFixture.in(tenant, user, at(2))));
        AuditEvent others = added(AuditEventFixture.by(other, AuditAction.SIGN_IN, at(0)));
        AuditEvent othersInTenant = added(AuditEventFixture.in(tenant, other, at(3)));

        eraseDevices(user, List.of(tenant));

        assertThat(about(user, List.of(tenant)))
                .containsExactlyInAnyOrderElementsOf(
                        theirs.stream().map(AuditReadingContract::withoutDevice).toList());
        assertThat(read(by(other))).containsExactlyInAnyOrder(others, withoutDevice(theirs.get(1)));
        assertThat(page(tenant, by(other), PageRequest.FIRST).items()).containsExactly(othersInTenant);
    }

    @Test
    void what_is_in_the_audit_of_a_tenant_that_is_not_named_stays() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        AuditEvent stays = added(AuditEventFixture.in(tenant, user, now));

        eraseDevices(user, List.of());

        assertThat(page(tenant, AuditFilter.ALL, PageRequest.FIRST).items()).containsExactly(stays);
    }

    @Test
    void a_tenant_that_was_renamed_meanwhile_is_the_same() {
        UserId user = storedUser().id();
        Tenant tenant = tenantWithSchema();
        added(AuditEventFixture.in(tenant, user, now));
        Tenant renamed = tenant.named(new TenantName("Renamed"), TimeFixture.now());
        doOutside(() -> ports().tenants().update(renamed));

        eraseDevices(user, List.of(renamed));

        assertThat(page(tenant, AuditFilter.ALL, PageRequest.FIRST).items())
                .extracting(AuditEvent::device)
                .containsExactly(Device.UNKNOWN);
    }

    @Test
    void the_chain_of_a_tenants_audit_holds_from_the_first_event_on() {
        Tenant tenant = tenantWithSchema();
        assertIntact(tenant, 0);
        UserId user = storedUser().id();
        added(AuditEventFixture.in(tenant, user, now));
        assertIntact(tenant, 1);
        IntStream.range(0, 5).forEach(second -> added(AuditEventFixture.in(tenant, user, at(second))));

        assertIntact(tenant, 6);
    }

    @Test
    void the_chain_holds_when_several_events_were_noted_in_one_transaction_and_in_several_tenants() {
        Tenant tenant = tenantWithSchema();
        Tenant other = tenantWithSchema();
        UserId user = storedUser().id();

        doOutside(() -> IntStream.range(0, 3).forEach(second -> {
            ports().auditEvents().add(AuditEventFixture.in(tenant, user, at(second)));
            ports().auditEvents().add(AuditEventFixture.in(other, user, at(second)));
            ports().auditEvents().add(AuditEventFixture.by(user, AuditAction.SIGN_IN, at(second)));
        }));

        assertIntact(tenant, 3);
        assertIntact(other, 3);
    }

    @Test
    void the_chain_holds_when_many_note_something_at_once() throws Exception {
        Tenant tenant = tenantWithSchema();
        UserId user = storedUser().id();

        InParallel.run(8, number -> added(AuditEventFixture.in(tenant, user, at(number))));

        assertIntact(tenant, 8);
    }

    @Test
    void the_chain_holds_when_a_transaction_was_rolled_back() {
        Tenant tenant = tenantWithSchema();
        UserId user = storedUser().id();
        added(AuditEventFixture.in(tenant, user, now));
        Rollback.of(() -> doIn(tenant.id(), () -> {
            ports().auditEvents().add(AuditEventFixture.in(tenant, user, now));
            throw new Rollback();
        }));
        added(AuditEventFixture.in(tenant, user, now));

        assertIntact(tenant, 2);
    }

    @Test
    void the_chain_holds_when_somebody_was_erased() {
        Tenant tenant = tenantWithSchema();
        UserId user = storedUser().id();
        added(AuditEventFixture.in(tenant, user, now));
        added(AuditEventFixture.in(tenant, storedUser().id(), now));

        eraseDevices(user, List.of(tenant));
        added(AuditEventFixture.in(tenant, user, now));

        assertIntact(tenant, 3);
    }

    @Test
    void the_chain_holds_when_old_events_were_removed() {
        Tenant tenant = tenantWithSchema();
        UserId user = storedUser().id();
        IntStream.range(0, 4).forEach(second -> added(AuditEventFixture.in(tenant, user, at(second))));

        assertThat(in(tenant.id(), () -> ports().auditEvents().removeBefore(at(3), 2)))
                .isEqualTo(2);
        assertIntact(tenant, 2);
        added(AuditEventFixture.in(tenant, user, at(5)));
        assertIntact(tenant, 3);
        assertThat(in(tenant.id(), () -> ports().auditEvents().removeBefore(at(9), 9)))
                .isEqualTo(3);
        assertIntact(tenant, 0);
    }

    @Test
    void what_was_noted_is_read_in_the_same_transaction() {
        Tenant tenant = tenantWithSchema();
        AuditEvent event = AuditEventFixture.in(tenant, storedUser().id(), now);

        Supplier<List<AuditEvent>> work = () -> {
            ports().auditEvents().add(event);
            return ports().auditEvents()
                    .page(AuditFilter.ALL, PageRequest.FIRST)
                    .items();
        };

        assertThat(in(tenant.id(), work)).containsExactly(event);
    }

    private void assertIntact(Tenant tenant, long events) {
        AuditChain chain = in(tenant.id(), () -> ports().auditEvents().verify());

        assertThat(chain.broken()).isEmpty();
        assertThat(chain.events()).isEqualTo(events);
        assertThat(chain.unchained()).isZero();
    }

    private Tenant tenantWithSchema() {
        NewTenant wanted = TenantFixture.aNewTenant();
        return in(wanted.id(), () -> {
            Tenant tenant = ports().tenants().add(wanted).orElseThrow();
            ports().tenantSchemas().create(tenant.id(), tenant.schema());
            return tenant;
        });
    }

    private AuditEvent added(AuditEvent event) {
        doOutside(() -> ports().auditEvents().add(event));
        return event;
    }

    private void eraseDevices(UserId user, List<Tenant> tenants) {
        across(() -> {
            ports().auditEvents().eraseDevices(user, tenants);
            return true;
        });
    }

    private List<AuditEvent> about(UserId user, List<Tenant> tenants) {
        List<AuditEvent> about =
                new ArrayList<>(outside(() -> ports().auditEvents().about(user, 100)));
        tenants.forEach(tenant ->
                about.addAll(in(tenant.id(), () -> ports().auditEvents().about(user, 100))));
        return about;
    }

    private List<AuditEvent> read(AuditFilter filter) {
        return outside(() -> ports().auditEvents().page(filter, PageRequest.FIRST))
                .items();
    }

    private Page<AuditEvent> page(Tenant tenant, AuditFilter filter, PageRequest request) {
        return in(tenant.id(), () -> ports().auditEvents().page(filter, request));
    }

    private Instant at(int second) {
        return now.plusSeconds(second);
    }

    private static AuditFilter by(UserId user) {
        return between(user, Optional.empty(), Optional.empty());
    }

    private static AuditFilter between(UserId user, Optional<Instant> from, Optional<Instant> to) {
        return new AuditFilter(Optional.empty(), Optional.of(user.value()), from, to);
    }

    private static AuditEvent withoutDevice(AuditEvent event) {
        return new AuditEvent(
                event.id(),
                event.at(),
                event.action(),
                event.actor(),
                event.tenant(),
                event.subject(),
                event.target(),
                Device.UNKNOWN,
                event.outcome(),
                event.data());
    }
}
