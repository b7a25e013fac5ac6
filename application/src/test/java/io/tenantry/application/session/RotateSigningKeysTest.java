package io.tenantry.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.InParallel;
import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.session.RotateSigningKeys.Rotated;
import io.tenantry.domain.session.RotateSigningKeys.When;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.TokenPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RotateSigningKeysTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration A_TOKENS_LIFE = TokenPolicy.STANDARD.access().plusMinutes(1);

    private TenantryFixture tenantry = new TenantryFixture();
    private SigningKey first;

    @BeforeEach
    void there_is_a_first_key() {
        first = read().get(0);
    }

    @Test
    void after_89_days_the_next_is_published_and_a_day_later_it_signs() {
        tenantry.pass(Duration.ofDays(89));
        assertThat(rotate(When.DUE).made()).isEmpty();

        tenantry.pass(Duration.ofMillis(1));
        SigningKey next = rotate(When.DUE).made().orElseThrow();

        assertThat(read()).containsExactly(next, first);
        assertThat(signing()).isEqualTo(first);
        tenantry.pass(DAY.minusMillis(1));
        assertThat(signing()).isEqualTo(first);
        tenantry.pass(Duration.ofMillis(1));
        assertThat(signing()).isEqualTo(next);
    }

    @Test
    void while_one_is_to_come_no_other_is_made_by_schedule_or_by_command() {
        rotate(When.NEXT);

        assertThat(rotate(When.NEXT).made()).isEmpty();
        tenantry.pass(Duration.ofHours(23));
        assertThat(rotate(When.DUE).made()).isEmpty();
        assertThat(read()).hasSize(2);
    }

    @Test
    void the_one_before_goes_when_its_last_token_is_over_and_no_sooner() {
        SigningKey next = rotate(When.NEXT).made().orElseThrow();

        tenantry.pass(DAY.plus(A_TOKENS_LIFE));
        assertThat(rotate(When.DUE).removed()).isEmpty();
        tenantry.pass(Duration.ofMillis(1));
        assertThat(rotate(When.DUE).removed()).containsExactly(first.id());

        assertThat(read()).containsExactly(next);
        assertThat(rotate(When.DUE).removed()).isEmpty();
    }

    @Test
    void machines_tokens_are_waited_for_where_users_live_shorter() {
        Duration minute = Duration.ofMinutes(1);
        TokenPolicy standard = TokenPolicy.STANDARD;
        tenantry = new TenantryFixture(Policies.STANDARD.withTokens(
                new TokenPolicy(minute, standard.idle(), standard.remembered(), standard.maximum(), standard.grace())));
        first = read().get(0);
        rotate(When.NEXT);

        tenantry.pass(DAY.plusMinutes(16));
        assertThat(rotate(When.DUE).removed()).isEmpty();
        tenantry.pass(Duration.ofMillis(1));
        assertThat(rotate(When.DUE).removed()).containsExactly(first.id());
    }

    @Test
    void at_once_means_that_it_signs_at_once_and_the_others_go_on_verifying() {
        SigningKey toCome = rotate(When.NEXT).made().orElseThrow();
        tenantry.pass(Duration.ofMinutes(1));

        Rotated rotated = rotate(When.NOW);

        assertThat(signing()).isEqualTo(rotated.made().orElseThrow());
        assertThat(read()).containsExactly(rotated.made().orElseThrow(), first).isEqualTo(rotated.keys());
        assertThat(rotated.removed()).containsExactly(toCome.id());
        tenantry.pass(DAY);
        assertThat(signing()).isEqualTo(rotated.made().orElseThrow());
    }

    @Test
    void by_a_clock_that_is_behind_the_new_one_comes_after_those_that_are_there() {
        SigningKey ahead = new SigningKey("ahead", first.pair(), tenantry.now().plusSeconds(5));
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().signingKeys().add(ahead);
            return ahead;
        });

        SigningKey made = rotate(When.NOW).made().orElseThrow();

        assertThat(read()).containsExactly(made, ahead, first);
        tenantry.pass(Duration.ofSeconds(6));
        assertThat(signing()).isEqualTo(made);
    }

    @Test
    void of_a_key_that_leaked_nothing_is_left() {
        SigningKey toCome = rotate(When.NEXT).made().orElseThrow();

        Rotated rotated = rotate(When.NOW_ALONE);

        assertThat(read()).containsExactly(rotated.made().orElseThrow());
        assertThat(rotated.removed()).containsExactlyInAnyOrder(first.id(), toCome.id());
        assertThat(signing()).isEqualTo(rotated.made().orElseThrow());
    }

    @Test
    void of_several_nodes_at_once_one_makes_a_key() throws Exception {
        tenantry.pass(Duration.ofDays(90));

        List<Object> outcomes =
                InParallel.outcomes(4, number -> rotate(When.DUE).made().isPresent());

        assertThat(outcomes).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(read()).hasSize(2);
    }

    @Test
    void before_anything_was_signed_there_is_a_first_key_all_the_same() {
        tenantry = new TenantryFixture();

        Rotated rotated = rotate(When.DUE);

        assertThat(rotated.made()).isEmpty();
        assertThat(rotated.keys()).hasSize(1).isEqualTo(read());
    }

    @Test
    void the_installations_audit_tells_of_it() {
        SigningKey next = rotate(When.NEXT).made().orElseThrow();
        tenantry.pass(Duration.ofDays(2));
        rotate(When.DUE);

        assertThat(tenantry.tenantry().audit())
                .filteredOn(event -> event.action().word().startsWith("signing_key."))
                .allMatch(event ->
                        event.actor().equals(Actor.SYSTEM) && event.tenant().isEmpty())
                .extracting(AuditEvent::action, AuditEvent::data)
                .containsExactly(
                        tuple(
                                AuditAction.SIGNING_KEY_ROTATED,
                                Map.of(
                                        "kid",
                                        next.id(),
                                        "signs_from",
                                        next.signsFrom().toString())),
                        tuple(AuditAction.SIGNING_KEY_RETIRED, Map.of("kid", first.id())));
    }

    private Rotated rotate(When when) {
        return tenantry.useCases().sessions().rotateSigningKeys().rotate(when);
    }

    private SigningKey signing() {
        return SigningKey.signing(read(), tenantry.now()).orElseThrow();
    }

    private List<SigningKey> read() {
        return tenantry.useCases().sessions().readSigningKeys().read();
    }
}
