package io.tenantry.application.invitation;

import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of invitations when who made them may not invite any more. */
class InviterGoneTest {

    private final InvitingFixture fixture = new InvitingFixture();
    private final Principal owner = fixture.memberAs(Role.OWNER);

    @Test
    void R8_3_2_who_was_removed_does_not_come_back_by_an_invitation_of_their_own() {
        SecretToken token = invitedByOwner(Role.OWNER);
        fixture.invite(GRACE);

        remove(owner);

        assertThatThrownBy(() -> fixture.acceptAsNewcomer(token)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.REVOKED);
        assertThat(fixture.stored(GRACE).stored()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void R8_3_2_what_who_left_had_invited_to_opens_nothing() {
        SecretToken token = invitedByOwner(Role.MEMBER);

        fixture.tenantry.useCases().memberships().leaveTenant().leave(owner, fixture.acme.id(), AccountFixture.BROWSER);

        assertThatThrownBy(() -> fixture.acceptAsNewcomer(token)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, OWNER, REVOKED",
        "ADMIN, ADMIN, PENDING",
        "ADMIN, MEMBER, PENDING",
        "MEMBER, OWNER, REVOKED",
        "MEMBER, ADMIN, REVOKED",
        "MEMBER, MEMBER, REVOKED"
    })
    void R8_3_2_who_was_demoted_keeps_the_invitations_that_they_might_still_make(
            Role now, Role invited, InvitationStatus left) {
        invitedByOwner(invited);

        fixture.tenantry
                .useCases()
                .memberships()
                .changeRole()
                .change(new ChangeRole.Command(
                        fixture.ada, fixture.acme.id(), owner.user(), now, AccountFixture.BROWSER));

        assertThat(fixture.stored(LINUS).stored()).isEqualTo(left);
    }

    @Test
    void what_a_colleague_has_sent_again_outlives_who_sent_it_first_and_ends_with_the_colleague() {
        invitedByOwner(Role.MEMBER);
        Principal colleague = fixture.memberAs(Role.ADMIN);
        fixture.resend(colleague, fixture.stored(LINUS).id());

        remove(owner);
        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.PENDING);

        remove(colleague);
        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.REVOKED);
    }

    private void remove(Principal member) {
        fixture.tenantry
                .useCases()
                .memberships()
                .removeMember()
                .remove(new RemoveMember.Command(
                        fixture.ada, fixture.acme.id(), member.user(), AccountFixture.BROWSER));
    }

    private SecretToken invitedByOwner(Role role) {
        fixture.invite(owner, LINUS, role);
        return fixture.tenantry.mailed(MailKind.INVITATION);
    }
}
