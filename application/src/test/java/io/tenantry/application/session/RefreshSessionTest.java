package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.RefreshSession.Command;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshSessionTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final TenantryFixture tenantry = new TenantryFixture();

    RefreshSessionTest() {
        tenantry.registerVerifiedUser(ADA);
    }

    @Test
    void a_rotating_token_gives_a_successor_and_a_new_access_token_of_the_same_session() {
        SignedIn first = tenantry.signIn(ADA);
        tenantry.pass(Duration.ofMinutes(50));

        SignedIn second = rotate(first);

        assertThat(second.claims().session()).isEqualTo(first.claims().session());
        assertThat(second.claims().id()).isNotEqualTo(first.claims().id());
        assertThat(second.claims().expiresAt()).isEqualTo(tenantry.now().plus(Duration.ofHours(1)));
        assertThat(value(second)).isNotEqualTo(value(first));
        assertThat(second.user()).isEqualTo(first.user());
        assertThat(tenantry.authenticate(second)).isEqualTo(tenantry.authenticate(first));
    }

    @Test
    void a_chain_of_successors_goes_on() {
        SignedIn current = tenantry.signIn(ADA);
        for (int round = 0; round < 5; round++) {
            tenantry.pass(Duration.ofMinutes(30));
            current = rotate(current);
        }

        assertThat(tenantry.authenticate(current).session())
                .isEqualTo(current.claims().session());
    }

    @Test
    void R9700_race_the_same_token_within_the_grace_gives_the_same_successor_and_ends_nothing() {
        SignedIn first = tenantry.signIn(ADA);
        SignedIn second = rotate(first);
        tenantry.pass(GRACE);

        SignedIn again = rotate(first);

        assertThat(value(again)).isEqualTo(value(second));
        assertThat(tenantry.authenticate(again).session())
                .isEqualTo(first.claims().session());
        assertThat(value(rotate(second))).isNotEqualTo(value(second));
    }

    @Test
    void a_retry_within_the_grace_still_works_when_the_successor_is_spent_already() {
        SignedIn first = tenantry.signIn(ADA);
        SignedIn second = rotate(first);
        SignedIn third = rotate(second);

        SignedIn retried = rotate(first);

        assertThat(value(retried)).isEqualTo(value(second));
        assertThat(value(rotate(retried))).isEqualTo(value(third));
    }

    @Test
    void R10_4_5_a_spent_token_shown_after_the_grace_ends_the_session_with_its_newest_token() {
        SignedIn first = tenantry.signIn(ADA);
        SignedIn second = rotate(first);
        tenantry.pass(GRACE.plusMillis(1));

        refused(first, SessionKind.ROTATING);

        refused(second, SessionKind.ROTATING);
        assertThatThrownBy(() -> tenantry.authenticate(second)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R10_4_5_theft_ends_that_session_alone() {
        SignedIn stolen = tenantry.signIn(ADA);
        SignedIn other = tenantry.signIn(ADA);
        rotate(stolen);
        tenantry.pass(GRACE.plusSeconds(1));
        refused(stolen, SessionKind.ROTATING);

        assertThat(tenantry.authenticate(other).session())
                .isEqualTo(other.claims().session());
    }

    @Test
    void a_fixed_token_stays_and_works_again_and_again() {
        SignedIn first = tenantry.signIn(ADA, SessionKind.FIXED);
        for (int round = 0; round < 3; round++) {
            tenantry.pass(Duration.ofHours(1));

            SignedIn again = tenantry.refresh(first, SessionKind.FIXED);

            assertThat(value(again)).isEqualTo(value(first));
            assertThat(again.claims().issuedAt()).isEqualTo(tenantry.now());
        }
    }

    @Test
    void a_token_of_the_other_kind_is_refused_and_still_works_at_its_own_route() {
        SignedIn rotating = tenantry.signIn(ADA, SessionKind.ROTATING);
        SignedIn fixed = tenantry.signIn(ADA, SessionKind.FIXED);

        refused(rotating, SessionKind.FIXED);
        refused(fixed, SessionKind.ROTATING);

        assertThat(rotate(rotating).claims().session())
                .isEqualTo(rotating.claims().session());
        assertThat(tenantry.refresh(fixed, SessionKind.FIXED).claims().session())
                .isEqualTo(fixed.claims().session());
    }

    @Test
    void an_unknown_token_is_refused() {
        for (String unknown : List.of("", "x", "550e8400-e29b-41d4-a716-446655440000")) {
            for (SessionKind kind : List.of(SessionKind.ROTATING, SessionKind.FIXED)) {
                assertThatThrownBy(() -> tenantry.useCases()
                                .sessions()
                                .refreshSession()
                                .refresh(new Command(new RefreshToken(unknown), kind, Device.UNKNOWN)))
                        .isInstanceOf(InvalidRefreshToken.class);
            }
        }
    }

    @Test
    void R7_3_1_a_session_unused_for_a_day_is_over_and_one_used_meanwhile_is_not() {
        SignedIn unused = tenantry.signIn(ADA);
        SignedIn used = tenantry.signIn(ADA);
        tenantry.pass(Duration.ofHours(23));
        SignedIn next = rotate(used);
        tenantry.pass(Duration.ofHours(1));

        refused(unused, SessionKind.ROTATING);
        assertThat(rotate(next).claims().session()).isEqualTo(used.claims().session());
    }

    @Test
    void a_remembered_session_may_go_unused_for_thirty_days() {
        SignedIn remembered = tenantry.useCases()
                .sessions()
                .signIn()
                .signIn(new SignIn.Command(
                        ADA,
                        TenantryFixture.PASSWORD,
                        Optional.empty(),
                        Optional.empty(),
                        SessionKind.ROTATING,
                        true,
                        Device.UNKNOWN));
        tenantry.pass(Duration.ofDays(30).minusSeconds(1));

        SignedIn next = rotate(remembered);

        tenantry.pass(Duration.ofDays(30));
        refused(next, SessionKind.ROTATING);
    }

    @Test
    void R7_3_2_a_session_refreshed_every_twelve_hours_still_ends_after_ninety_days() {
        SignedIn current = tenantry.signIn(ADA);
        Instant end = tenantry.now().plus(Duration.ofDays(90));
        while (tenantry.now().plus(Duration.ofHours(12)).isBefore(end)) {
            tenantry.pass(Duration.ofHours(12));
            current = rotate(current);
        }
        tenantry.pass(Duration.ofHours(12).minusMinutes(30));
        SignedIn last = rotate(current);

        assertThat(last.claims().expiresAt()).isEqualTo(end);
        tenantry.pass(Duration.ofMinutes(30));
        refused(last, SessionKind.ROTATING);
        assertThatThrownBy(() -> tenantry.authenticate(last)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R9700_race_of_twenty_parallel_uses_of_one_token_there_is_one_successor() throws Exception {
        SignedIn first = tenantry.signIn(ADA);

        List<Object> outcomes = InParallel.outcomes(20, number -> value(rotate(first)));

        assertThat(outcomes).hasSize(20).hasOnlyElementsOfType(String.class);
        assertThat(outcomes.stream().distinct()).hasSize(1);
    }

    private SignedIn rotate(SignedIn before) {
        return tenantry.refresh(before, SessionKind.ROTATING);
    }

    private void refused(SignedIn signedIn, SessionKind kind) {
        assertThatThrownBy(() -> tenantry.refresh(signedIn, kind)).isInstanceOf(InvalidRefreshToken.class);
    }

    private static String value(SignedIn signedIn) {
        return signedIn.refreshToken().orElseThrow().value();
    }
}
