package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.session.EndSession.AllOthers;
import io.tenantry.domain.session.EndSession.ByRefreshToken;
import io.tenantry.domain.session.EndSession.Command;
import io.tenantry.domain.session.EndSession.OneOf;
import io.tenantry.domain.session.EndSession.Own;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user sees of their own sessions, and how they end them. */
class EndOtherSessionsTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);
    private final SignedIn current = signedIn();
    private final Principal ada = tenantry.authenticate(current);

    private SignedIn signedIn() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.registerVerifiedUser(GRACE);
        return sessions.signIn(ADA, HOME);
    }

    @Test
    void R7_5_2_the_live_sessions_of_the_caller_are_listed_the_latest_used_first_with_their_devices() {
        tenantry.pass(Duration.ofMinutes(1));
        SignedIn newer = sessions.signIn(ADA, ELSEWHERE);
        sessions.signIn(GRACE, HOME);
        assertThat(tenantry.useCases().sessions().listSessions().list(ada))
                .extracting(Session::id)
                .containsExactly(newer.claims().session(), ada.session());

        tenantry.pass(Duration.ofMinutes(1));
        tenantry.refresh(current, SessionKind.ROTATING);

        assertThat(tenantry.useCases().sessions().listSessions().list(ada))
                .extracting(Session::device)
                .containsExactly(HOME, ELSEWHERE);
    }

    @Test
    void sessions_that_are_over_are_not_listed() {
        SignedIn ended = sessions.signIn(ADA, ELSEWHERE);
        end(new OneOf(ada, ended.claims().session(), HOME));
        tenantry.signIn(ADA, SessionKind.ACCESS_ONLY);
        tenantry.pass(Duration.ofHours(1));

        assertThat(tenantry.useCases().sessions().listSessions().list(ada))
                .extracting(Session::id)
                .containsExactly(ada.session());
    }

    @Test
    void R7_5_2_another_session_of_the_callers_ends_and_no_other() {
        SignedIn stolen = sessions.signIn(ADA, ELSEWHERE);
        SignedIn third = sessions.signIn(ADA, ELSEWHERE);

        end(new OneOf(ada, stolen.claims().session(), HOME));

        assertOver(stolen);
        assertLive(third);
        assertLive(current);
    }

    @Test
    void R8_2_1_a_session_of_anothers_is_not_found_and_goes_on() {
        SignedIn anothers = sessions.signIn(GRACE, HOME);

        assertNotFound(anothers.claims().session());

        assertLive(anothers);
    }

    @Test
    void a_session_that_is_over_or_never_was_is_not_found() {
        SignedIn ended = sessions.signIn(ADA, HOME);
        end(new OneOf(ada, ended.claims().session(), HOME));
        SignedIn idle = tenantry.signIn(ADA, SessionKind.ACCESS_ONLY);
        tenantry.pass(Duration.ofHours(1));

        assertNotFound(ended.claims().session());
        assertNotFound(idle.claims().session());
        assertNotFound(new SessionId(ada.user().value()));
    }

    @Test
    void R10_4_9_all_the_callers_other_sessions_end_and_nobody_elses() {
        SignedIn one = sessions.signIn(ADA, ELSEWHERE);
        SignedIn two = tenantry.signIn(ADA, SessionKind.FIXED);
        SignedIn anothers = sessions.signIn(GRACE, HOME);

        end(new AllOthers(ada, HOME));

        assertOver(one);
        assertOver(two);
        assertLive(current);
        assertLive(anothers);
    }

    @Test
    void R16_3_1_each_end_is_in_the_audit_once_with_from_where_it_was_asked_for() {
        SignedIn one = sessions.signIn(ADA, ELSEWHERE);
        SignedIn two = sessions.signIn(ADA, ELSEWHERE);

        end(new OneOf(ada, one.claims().session(), HOME));
        end(new ByRefreshToken(two.refreshToken().orElseThrow(), SessionKind.ROTATING, ELSEWHERE));
        end(new AllOthers(ada, HOME));
        end(new Own(ada, HOME));
        end(new Own(ada, HOME));

        assertThat(sessions.audited(AuditAction.SESSION_ENDED))
                .allSatisfy(event -> assertThat(event.subject()).contains(ada.user()))
                .extracting(AuditEvent::data)
                .containsExactly(
                        Map.of("which", "another"),
                        Map.of("which", "own"),
                        Map.of("which", "all_others"),
                        Map.of("which", "own"));
        assertThat(sessions.audited(AuditAction.SESSION_ENDED))
                .extracting(AuditEvent::device)
                .containsExactly(HOME, ELSEWHERE, HOME, HOME);
    }

    private void end(Command command) {
        tenantry.useCases().sessions().endSession().end(command);
    }

    private void assertNotFound(SessionId session) {
        assertThatThrownBy(() -> end(new OneOf(ada, session, HOME))).isInstanceOf(NotFound.class);
    }

    private void assertLive(SignedIn signedIn) {
        assertThat(tenantry.authenticate(signedIn).session())
                .isEqualTo(signedIn.claims().session());
    }

    private void assertOver(SignedIn signedIn) {
        assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.refresh(signedIn, SessionKind.ROTATING))
                .isInstanceOf(InvalidRefreshToken.class);
    }
}
