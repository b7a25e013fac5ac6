package io.tenantry.application.invitation;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.user.Change;
import io.tenantry.domain.user.UpdateProfile;
import io.tenantry.domain.user.User;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who hears of it when somebody has joined. */
class InvitationNoticesTest {

    private final InvitingFixture fixture = new InvitingFixture();
    private final TenantryFixture tenantry = fixture.tenantry;
    private final SecretToken token = fixture.invited(LINUS, Role.MEMBER);

    @Test
    void who_invited_hears_who_has_joined_what_and_not_from_where() {
        fixture.acceptAsNewcomer(token);

        assertThat(fixture.account.mailed(MailKind.INVITATION_ACCEPTED))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to().email()).isEqualTo(ADA);
                    assertThat(mail.details())
                            .isEqualTo(Map.of(MailDetail.TENANT, "Acme Widgets", MailDetail.MEMBER, LINUS.value()));
                });
    }

    @Test
    void who_does_not_want_to_hear_of_invitations_does_not() {
        tenantry.useCases()
                .users()
                .updateProfile()
                .update(new UpdateProfile.Command(
                        fixture.ada,
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.to(false),
                        Change.keep(),
                        AccountFixture.BROWSER));

        assertNobodyHearsOfIt();
    }

    @Test
    void who_is_no_member_any_more_does_not_hear_of_it() {
        fixture.memberAs(Role.OWNER);
        tenantry.ports()
                .transactions()
                .inTenant(
                        fixture.acme.id(),
                        () -> tenantry.ports().memberships().remove(fixture.acme.id(), fixture.ada.user()));

        assertNobodyHearsOfIt();
    }

    @Test
    void who_is_disabled_does_not_hear_of_it() {
        User ada = tenantry.stored(ADA).orElseThrow();
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().update(ada.disabled(true, tenantry.now()));
            return ada;
        });

        assertNobodyHearsOfIt();
    }

    @Test
    void R8_3_2_an_invitation_whose_inviter_is_no_more_opens_nothing() {
        fixture.memberAs(Role.OWNER);
        fixture.account.delete(fixture.ada);

        assertThatThrownBy(() -> fixture.acceptAsNewcomer(token)).isInstanceOf(InvalidOneTimeToken.class);
    }

    private void assertNobodyHearsOfIt() {
        assertThat(fixture.acceptAsNewcomer(token).tenant()).isPresent();
        assertThat(fixture.account.mailed(MailKind.INVITATION_ACCEPTED)).isEmpty();
    }
}
