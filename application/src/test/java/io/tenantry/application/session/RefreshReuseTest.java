package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.PortsFixture.PortDown;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a spent refresh token leaves behind, and what races of refreshing come to. */
class RefreshReuseTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);
    private final SignedIn first = signedIn();

    private SignedIn signedIn() {
        tenantry.registerVerifiedUser(ADA);
        return tenantry.signIn(ADA);
    }

    @Test
    void R16_3_1_reuse_is_in_the_audit_once_and_refreshing_is_not() {
        tenantry.refresh(first, SessionKind.ROTATING);
        tenantry.refresh(first, SessionKind.ROTATING);
        assertThat(tenantry.tenantry().audit())
                .extracting(AuditEvent::action)
                .containsExactly(AuditAction.ACCOUNT_REGISTERED, AuditAction.EMAIL_VERIFIED, AuditAction.SIGN_IN);
        tenantry.pass(Duration.ofMinutes(1));

        refused();
        refused();

        assertThat(sessions.audited(AuditAction.REFRESH_REUSED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
            assertThat(event.subject()).contains(first.user().id());
            assertThat(event.device()).isEqualTo(ELSEWHERE);
            assertThat(event.data()).isEqualTo(Map.of("reason", "spent_token"));
        });
    }

    @Test
    void R10_4_5_the_end_of_the_session_and_its_note_are_one() {
        tenantry.refresh(first, SessionKind.ROTATING);
        tenantry.pass(Duration.ofMinutes(1));
        RefreshSession failing = PortsFixture.useCases(
                        tenantry.tenantry(), PortsFixture.with(tenantry.ports(), new FullAudit()))
                .sessions()
                .refreshSession();

        assertThatThrownBy(() -> failing.refresh(reuse())).isInstanceOf(PortDown.class);

        assertThat(tenantry.authenticate(first).session())
                .isEqualTo(first.claims().session());
    }

    @Test
    void R10_4_5_of_twenty_parallel_reuses_all_are_refused_and_one_is_noted() throws Exception {
        SignedIn second = tenantry.refresh(first, SessionKind.ROTATING);
        tenantry.pass(Duration.ofMinutes(1));

        List<Object> outcomes = InParallel.outcomes(
                20, number -> tenantry.useCases().sessions().refreshSession().refresh(reuse()));

        assertThat(outcomes).hasOnlyElementsOfType(InvalidRefreshToken.class);
        assertThat(sessions.audited(AuditAction.REFRESH_REUSED)).hasSize(1);
        assertThatThrownBy(() -> tenantry.authenticate(second)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R7_4_1_whatever_races_with_a_sign_out_nothing_works_after_it() throws Exception {
        List<Object> outcomes = InParallel.outcomes(
                20, number -> number == 10 ? signedOut() : tenantry.refresh(first, SessionKind.ROTATING));

        assertThat(outcomes.get(10)).isEqualTo("signed out");
        assertThatThrownBy(() -> tenantry.authenticate(first)).isInstanceOf(Unauthenticated.class);
        refused();
        assertThat(outcomes)
                .filteredOn(SignedIn.class::isInstance)
                .allSatisfy(
                        winner -> assertThatThrownBy(() -> tenantry.refresh((SignedIn) winner, SessionKind.ROTATING))
                                .isInstanceOf(InvalidRefreshToken.class));
    }

    private String signedOut() {
        tenantry.useCases()
                .sessions()
                .endSession()
                .end(new EndSession.ByRefreshToken(
                        first.refreshToken().orElseThrow(), SessionKind.ROTATING, ELSEWHERE));
        return "signed out";
    }

    private void refused() {
        assertThatThrownBy(() -> tenantry.useCases().sessions().refreshSession().refresh(reuse()))
                .isInstanceOf(InvalidRefreshToken.class);
    }

    private RefreshSession.Command reuse() {
        return new RefreshSession.Command(first.refreshToken().orElseThrow(), SessionKind.ROTATING, ELSEWHERE);
    }

    /** An audit that takes nothing. */
    private static final class FullAudit implements AuditEvents {

        @Override
        public void add(AuditEvent event) {
            throw new PortDown();
        }

        @Override
        public List<AuditEvent> about(UserId user, int limit) {
            return List.of();
        }

        @Override
        public Page<AuditEvent> page(AuditFilter filter, PageRequest request) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public void eraseDevices(UserId user, List<Tenant> tenants) {}

        @Override
        public AuditChain verify() {
            return new AuditChain(0, 0, Optional.empty(), "");
        }

        @Override
        public int removeBefore(Instant before, int limit) {
            return 0;
        }
    }
}
