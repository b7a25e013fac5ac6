package io.tenantry.application.invitation;

import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.AccountFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an invitation, by who shows its token, where it stands, and where its tenant does. */
class InvitationStatesTest {

    private static final String JOINS = "joins";

    enum Who {
        NEWCOMER,
        SIGNED_IN,
        SIGNED_OUT,
        SOMEBODY_ELSE
    }

    enum State {
        PENDING,
        RESENT,
        OLD_TOKEN,
        ACCEPTED,
        DECLINED,
        REVOKED,
        EXPIRED
    }

    private final InvitingFixture fixture = new InvitingFixture();
    private SecretToken token;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            who           | state     | active              | inactive            | suspended
            NEWCOMER      | PENDING   | joins               | TenantNotActive     | TenantNotActive
            NEWCOMER      | RESENT    | joins               | TenantNotActive     | TenantNotActive
            NEWCOMER      | OLD_TOKEN | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            NEWCOMER      | ACCEPTED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            NEWCOMER      | DECLINED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            NEWCOMER      | REVOKED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            NEWCOMER      | EXPIRED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_IN     | PENDING   | joins               | TenantNotActive     | TenantNotActive
            SIGNED_IN     | RESENT    | joins               | TenantNotActive     | TenantNotActive
            SIGNED_IN     | OLD_TOKEN | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_IN     | ACCEPTED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_IN     | DECLINED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_IN     | REVOKED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_IN     | EXPIRED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_OUT    | PENDING   | AccountExists       | TenantNotActive     | TenantNotActive
            SIGNED_OUT    | RESENT    | AccountExists       | TenantNotActive     | TenantNotActive
            SIGNED_OUT    | OLD_TOKEN | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_OUT    | ACCEPTED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_OUT    | DECLINED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_OUT    | REVOKED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SIGNED_OUT    | EXPIRED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SOMEBODY_ELSE | PENDING   | WrongAccount        | TenantNotActive     | TenantNotActive
            SOMEBODY_ELSE | RESENT    | WrongAccount        | TenantNotActive     | TenantNotActive
            SOMEBODY_ELSE | OLD_TOKEN | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SOMEBODY_ELSE | ACCEPTED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SOMEBODY_ELSE | DECLINED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SOMEBODY_ELSE | REVOKED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            SOMEBODY_ELSE | EXPIRED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            """)
    void accepting_it(Who who, State state, String active, String inactive, String suspended) {
        Optional<Principal> by = principal(who);
        Invitation before = invited(state);

        assertRefused(TenantStatus.INACTIVE, inactive, by, before);
        assertRefused(TenantStatus.SUSPENDED, suspended, by, before);
        fixture.tenantry.change(fixture.acme, TenantStatus.ACTIVE);
        if (active.equals(JOINS)) {
            assertJoins(by);
        } else {
            assertRefused(TenantStatus.ACTIVE, active, by, before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            state     | active              | inactive            | suspended           | declining
            PENDING   | shown               | InvalidOneTimeToken | InvalidOneTimeToken | done
            RESENT    | shown               | InvalidOneTimeToken | InvalidOneTimeToken | done
            OLD_TOKEN | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            ACCEPTED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            DECLINED  | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            REVOKED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            EXPIRED   | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken | InvalidOneTimeToken
            """)
    void looking_at_it_and_declining_it(
            State state, String active, String inactive, String suspended, String declining) {
        Invitation before = invited(state);

        assertThat(previewed(TenantStatus.INACTIVE)).isEqualTo(inactive);
        assertThat(previewed(TenantStatus.SUSPENDED)).isEqualTo(suspended);
        assertThat(previewed(TenantStatus.ACTIVE)).isEqualTo(active);
        assertThat(fixture.stored(LINUS)).isEqualTo(before);
        assertThat(outcome("done", () -> fixture.decline(token))).isEqualTo(declining);
        InvitationStatus after = declining.equals("done") ? InvitationStatus.DECLINED : before.stored();
        assertThat(fixture.stored(LINUS).stored()).isEqualTo(after);
    }

    private Optional<Principal> principal(Who who) {
        if (who == Who.SIGNED_IN || who == Who.SIGNED_OUT) {
            fixture.tenantry.registerVerifiedUser(LINUS);
        }
        if (who == Who.SOMEBODY_ELSE) {
            fixture.tenantry.registerVerifiedUser(GRACE);
        }
        return switch (who) {
            case NEWCOMER, SIGNED_OUT -> Optional.empty();
            case SIGNED_IN -> Optional.of(fixture.account.signedIn(LINUS));
            case SOMEBODY_ELSE -> Optional.of(fixture.account.signedIn(GRACE));
        };
    }

    private Invitation invited(State state) {
        token = fixture.invited(LINUS, Role.ADMIN);
        Invitation pending = fixture.stored(LINUS);
        switch (state) {
            case PENDING -> {}
            case RESENT -> {
                fixture.resend(fixture.ada, pending.id());
                token = fixture.tenantry.mailed(MailKind.INVITATION);
            }
            case OLD_TOKEN -> fixture.resend(fixture.ada, pending.id());
            case ACCEPTED -> fixture.change(pending, one -> one.accepted(fixture.tenantry.now()));
            case DECLINED -> fixture.change(pending, one -> one.declined(fixture.tenantry.now()));
            case REVOKED -> fixture.change(pending, Invitation::revoked);
            case EXPIRED ->
                fixture.change(
                        pending,
                        one -> one.resent(
                                fixture.ada.user(),
                                one.token(),
                                fixture.tenantry.now().minus(Invitation.LIFETIME)));
        }
        return fixture.stored(LINUS);
    }

    private void assertJoins(Optional<Principal> by) {
        SignedIn signedIn = accept(by);

        User user = fixture.tenantry.stored(LINUS).orElseThrow();
        assertThat(signedIn.user()).isEqualTo(user);
        assertThat(user.emailVerified()).isTrue();
        assertThat(fixture.membership(user))
                .hasValueSatisfying(one -> assertThat(one.role()).isEqualTo(Role.ADMIN));
        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(fixture.tenantry.authenticate(signedIn).role()).contains(Role.ADMIN);
        by.ifPresent(before -> assertThat(signedIn.claims().session()).isEqualTo(before.session()));
    }

    private void assertRefused(TenantStatus status, String failure, Optional<Principal> by, Invitation before) {
        fixture.tenantry.change(fixture.acme, status);

        assertThat(outcome(JOINS, () -> accept(by))).isEqualTo(failure);

        fixture.tenantry.change(fixture.acme, TenantStatus.ACTIVE);
        assertThat(fixture.stored(LINUS)).isEqualTo(before);
        assertThat(fixture.tenantry.stored(LINUS).flatMap(fixture::membership)).isEmpty();
    }

    private SignedIn accept(Optional<Principal> by) {
        return InvitingFixture.accept(fixture.tenantry.useCases(), token, by, Optional.of(InvitingFixture.NEWCOMER));
    }

    private String previewed(TenantStatus status) {
        fixture.tenantry.change(fixture.acme, status);
        return outcome(
                "shown",
                () -> fixture.tenantry
                        .useCases()
                        .invitations()
                        .previewInvitation()
                        .preview(token, AccountFixture.BROWSER));
    }

    private static String outcome(String done, Runnable work) {
        try {
            work.run();
            return done;
        } catch (DomainFailure refusal) {
            return refusal.getClass().getSimpleName();
        }
    }
}
