package io.tenantry.application.inmemory;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.TenantryFixture.company;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InMemoryTenantryTest {

    private final InMemoryTenantry tenantry = InMemoryTenantry.start();
    private final DrivenPorts ports = tenantry.ports();

    @Test
    void each_start_is_a_world_of_its_own() {
        tenantry.useCases().tenants().registerTenant().register(company("Acme", ADA));

        assertThat(InMemoryTenantry.start()
                        .useCases()
                        .tenants()
                        .registerTenant()
                        .register(company("Acme", ADA))
                        .tenant()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void the_clock_stands_still_until_it_is_moved_and_never_goes_back() {
        MovableClock clock = tenantry.clock();
        Instant start = clock.instant();

        assertThat(clock.instant()).isEqualTo(start);
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(1)));
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void delivering_returns_what_is_new_and_the_list_of_mails_keeps_all() {
        tenantry.useCases().tenants().registerTenant().register(company("Acme", ADA));
        List<Mail> first = tenantry.deliverMail();
        tenantry.useCases().tenants().registerTenant().register(company("Other", GRACE));
        List<Mail> second = tenantry.deliverMail();

        assertThat(first).extracting(mail -> mail.to().email()).containsExactly(ADA);
        assertThat(second).extracting(mail -> mail.to().email()).containsExactly(GRACE);
        assertThat(tenantry.mails()).extracting(mail -> mail.to().email()).containsExactly(ADA, GRACE);
        assertThat(tenantry.deliverMail()).isEmpty();
    }

    @Test
    void ports_that_want_a_transaction_refuse_to_be_called_without() {
        UserId user = UserFixture.aUser().id();

        refusedState(() -> ports.users().find(user));
        refusedState(() -> ports.users().add(UserFixture.aUser()));
        refusedState(() -> ports.tenants().listAfter(0, 10));
        refusedState(() -> ports.memberships().of(user));
        refusedState(() -> ports.domains().find(new HostName("acme.localhost")));
        refusedState(() -> ports.sessions()
                .end(new SessionId(user.value()), tenantry.clock().instant()));
        refusedState(() -> ports.credentials().hold(user));
        refusedState(() -> ports.oneTimeTokens().spend(TokenDigest.of(UniqueFixture.word())));
        refusedState(() -> ports.signingKeys().all());
        refusedState(() -> ports.outbox().claim(Instant.EPOCH, Instant.EPOCH, 1));
    }

    @Test
    void ports_that_want_none_refuse_to_be_called_within_a_transaction() {
        UserId user = UserFixture.aUser().id();

        refusedStateWithin(() -> ports.credentials().seal(PASSWORD));
        refusedStateWithin(() -> ports.credentials().match(Optional.of(user), PASSWORD));
        refusedStateWithin(() -> ports.identities().of(user));
        refusedStateWithin(() -> ports.identities().session(new SessionId(user.value())));
    }

    @Test
    void a_transaction_is_that_of_its_thread_alone() {
        List<Throwable> refusals = ports.transactions().acrossTenants(() -> {
            List<Throwable> seen = new CopyOnWriteArrayList<>();
            Thread other = new Thread(() -> {
                try {
                    ports.users().findByEmail(ADA);
                } catch (IllegalStateException refused) {
                    seen.add(refused);
                }
            });
            other.start();
            joined(other);
            return seen;
        });

        assertThat(refusals).hasSize(1);
    }

    @Test
    void R_B3_what_is_no_password_is_never_sealed() {
        assertThatThrownBy(() -> ports.credentials().seal(new Password("hunter2!\0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_password_that_others_sealed_is_not_stored() {
        SealedPassword foreign = new SealedPassword() {};
        UserId user = UserFixture.aUser().id();

        assertThatThrownBy(() -> within(() -> ports.credentials().store(user, foreign)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_joins_a_tenant_twice() {
        Registered registered = tenantry.useCases().tenants().registerTenant().register(company("Acme", ADA));
        Membership again = MembershipFixture.owner(
                registered.tenant().id(), registered.owner().id());

        assertThat(ports.transactions().acrossTenants(() -> ports.memberships().add(again)))
                .isFalse();
    }

    private void refusedStateWithin(Runnable call) {
        refusedState(() -> within(call));
    }

    private void within(Runnable call) {
        ports.transactions().outsideTenants(() -> {
            call.run();
            return call;
        });
    }

    private static void refusedState(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
