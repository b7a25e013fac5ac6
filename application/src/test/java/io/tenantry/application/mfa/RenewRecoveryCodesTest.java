package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.RenewRecoveryCodes;
import io.tenantry.domain.session.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewRecoveryCodesTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final Enrolled ada = factors.enrolled(ADA);

    @Test
    void ten_new_ones_take_the_place_of_the_old() {
        List<RecoveryCode> fresh = renew(ada.by(), PASSWORD, factors.nextCode(ada.secret()));

        SecretToken challenge = factors.challenge(ADA);
        assertThat(fresh).hasSize(10);
        assertThat(factors.factors(ada.by().user()).recoveryCodesLeft()).isEqualTo(10);
        assertThatThrownBy(() -> factors.pass(challenge, ada.codes().get(0).value()))
                .isInstanceOf(InvalidCode.class);
        assertThat(factors.pass(challenge, fresh.get(0).value()).user().id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void the_last_recovery_code_gives_new_ones() {
        List<RecoveryCode> fresh = renew(ada.by(), PASSWORD, ada.codes().get(9).value());

        assertThat(fresh).hasSize(10);
    }

    @Test
    void R7_5_1_password_and_code_are_needed() {
        String code = factors.nextCode(ada.secret());

        assertThatThrownBy(() -> renew(ada.by(), new Password("wrong"), code)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> renew(ada.by(), PASSWORD, factors.wrongCode(ada.secret())))
                .isInstanceOf(InvalidInput.class);
        SecretToken challenge = factors.challenge(ADA);
        assertThat(factors.pass(challenge, ada.codes().get(0).value()).user().id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void R_T2_a_code_renews_once() {
        String code = factors.nextCode(ada.secret());
        renew(ada.by(), PASSWORD, code);

        assertThatThrownBy(() -> renew(ada.by(), PASSWORD, code)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void R6_3_7_the_user_is_told_and_it_is_noted() {
        factors.notices();

        renew(ada.by(), PASSWORD, factors.nextCode(ada.secret()));

        assertThat(factors.notices()).containsExactly(MailKind.RECOVERY_CODES_RENEWED);
        assertThat(factors.audited(AuditAction.RECOVERY_CODES_RENEWED).subject())
                .contains(ada.by().user());
    }

    @Test
    void who_has_passkeys_alone_renews_by_a_recovery_code() {
        Principal grace = factors.newcomer(GRACE);
        List<RecoveryCode> first = factors.addPasskey(grace, new InMemoryAuthenticator(), "Telephone")
                .recoveryCodes();

        assertThat(renew(grace, PASSWORD, first.get(0).value())).hasSize(10);
    }

    @Test
    void who_has_no_second_factor_has_no_right_code() {
        Principal grace = factors.newcomer(GRACE);

        assertThatThrownBy(() -> renew(grace, PASSWORD, ada.codes().get(0).value()))
                .isInstanceOf(InvalidInput.class);
        assertThat(factors.factors(grace.user()).recoveryCodesLeft()).isZero();
    }

    private List<RecoveryCode> renew(Principal by, Password password, String code) {
        return factors.mfa()
                .renewRecoveryCodes()
                .renew(new RenewRecoveryCodes.Command(by, Optional.of(password), code, SecondFactorFixture.PHONE));
    }
}
