package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.EndSession.ByRefreshToken;
import io.tenantry.domain.session.EndSession.Own;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndSessionTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    EndSessionTest() {
        tenantry.registerVerifiedUser(ADA);
    }

    @Test
    void R7_4_1_after_it_neither_refresh_nor_access_token_works() {
        for (SessionKind kind : List.of(SessionKind.ROTATING, SessionKind.FIXED)) {
            SignedIn signedIn = tenantry.signIn(ADA, kind);

            endBy(signedIn, kind);

            assertOver(signedIn, kind);
        }
    }

    @Test
    void the_callers_own_session_ends_and_ending_it_twice_is_no_error() {
        SignedIn signedIn = tenantry.signIn(ADA);
        Principal principal = tenantry.authenticate(signedIn);

        tenantry.useCases().sessions().endSession().end(new Own(principal, Device.UNKNOWN));
        tenantry.useCases().sessions().endSession().end(new Own(principal, Device.UNKNOWN));

        assertOver(signedIn, SessionKind.ROTATING);
    }

    @Test
    void other_sessions_of_the_user_go_on() {
        SignedIn ended = tenantry.signIn(ADA);
        SignedIn other = tenantry.signIn(ADA);

        endBy(ended, SessionKind.ROTATING);

        assertThat(tenantry.authenticate(other).session())
                .isEqualTo(other.claims().session());
    }

    @Test
    void a_spent_token_of_a_live_session_still_ends_it() {
        SignedIn first = tenantry.signIn(ADA);
        SignedIn second = tenantry.refresh(first, SessionKind.ROTATING);
        tenantry.pass(Duration.ofMinutes(5));

        endBy(first, SessionKind.ROTATING);

        assertOver(second, SessionKind.ROTATING);
    }

    @Test
    void a_token_that_is_unknown_is_refused() {
        assertThatThrownBy(() -> tenantry.useCases()
                        .sessions()
                        .endSession()
                        .end(new ByRefreshToken(new RefreshToken("unknown"), SessionKind.FIXED, Device.UNKNOWN)))
                .isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void a_token_of_the_other_kind_is_refused_and_ends_nothing() {
        SignedIn signedIn = tenantry.signIn(ADA, SessionKind.FIXED);

        refused(signedIn, SessionKind.ROTATING);

        assertThat(tenantry.authenticate(signedIn).session())
                .isEqualTo(signedIn.claims().session());
    }

    @Test
    void a_token_whose_session_is_over_is_refused() {
        SignedIn ended = tenantry.signIn(ADA);
        SignedIn idle = tenantry.signIn(ADA);
        endBy(ended, SessionKind.ROTATING);
        refused(ended, SessionKind.ROTATING);
        tenantry.pass(Duration.ofHours(24));

        refused(idle, SessionKind.ROTATING);
    }

    private void endBy(SignedIn signedIn, SessionKind kind) {
        tenantry.useCases()
                .sessions()
                .endSession()
                .end(new ByRefreshToken(signedIn.refreshToken().orElseThrow(), kind, Device.UNKNOWN));
    }

    private void refused(SignedIn signedIn, SessionKind kind) {
        assertThatThrownBy(() -> endBy(signedIn, kind)).isInstanceOf(InvalidRefreshToken.class);
    }

    private void assertOver(SignedIn signedIn, SessionKind kind) {
        assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.refresh(signedIn, kind)).isInstanceOf(InvalidRefreshToken.class);
    }
}
