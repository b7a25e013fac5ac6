package io.tenantry.application.invitation;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static io.tenantry.application.invitation.InvitingFixture.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.Signup;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an invitation brings, by who may register. */
class InvitationSignupTest {

    /** Registrations are open in here, so that there is somebody to invite. */
    private final InvitingFixture fixture = new InvitingFixture();

    private final TenantryFixture tenantry = fixture.tenantry;

    @ParameterizedTest
    @CsvSource({
        "OPEN,false,true", "OPEN,true,true",
        "INVITE,false,true", "INVITE,true,true",
        "OPERATOR,false,false", "OPERATOR,true,true"
    })
    void a_newcomer_comes_by_an_invitation_of_whom_the_installation_lets_bring_one(
            Signup signup, boolean byOperator, boolean comes) {
        SecretToken token = invitedBy(byOperator);

        if (comes) {
            assertThat(accept(signup, token, Optional.empty())).isEqualTo(Optional.of(fixture.acme.id()));
        } else {
            assertThatThrownBy(() -> accept(signup, token, Optional.empty())).isInstanceOf(SignupClosed.class);
            assertThat(tenantry.stored(LINUS)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN", "INVITE", "OPERATOR"})
    void who_has_an_account_always_may(Signup signup) {
        tenantry.registerVerifiedUser(LINUS);
        Principal linus = fixture.account.signedIn(LINUS);

        assertThat(accept(signup, invitedBy(false), Optional.of(linus))).isEqualTo(Optional.of(fixture.acme.id()));
    }

    @Test
    void a_closed_registration_tells_nothing_of_who_has_an_account() {
        tenantry.registerVerifiedUser(GRACE);

        assertThat(fixture.invite(GRACE).status())
                .isEqualTo(fixture.invite(LINUS).status());
        assertThat(tenantry.stored(ADA)).isPresent();
    }

    private SecretToken invitedBy(boolean operator) {
        Principal ada = fixture.ada;
        Principal by = new Principal(ada.user(), ada.session(), ada.tenant(), ada.role(), operator);
        fixture.invite(by, LINUS, Role.MEMBER);
        return tenantry.mailed(MailKind.INVITATION);
    }

    private Object accept(Signup signup, SecretToken token, Optional<Principal> by) {
        UseCases useCases = UseCases.of(
                tenantry.ports(),
                Policies.STANDARD.withSignup(signup),
                tenantry.tenantry().clock(),
                new SecureRandom());
        return InvitingFixture.accept(useCases, token, by, Optional.of(NEWCOMER))
                .claims()
                .tenant();
    }
}
