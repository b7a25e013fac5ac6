package io.tenantry.application.user;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.NEW_PASSWORD;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmEmailTest {

    private static final EmailAddress NEXT = EmailAddress.of("ada@lovelace.example");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private User before;
    private SignedIn here;
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        before = tenantry.registerVerifiedUser(ADA);
        here = tenantry.signIn(ADA);
        ada = tenantry.authenticate(here);
    }

    @Test
    void the_new_address_signs_in_and_the_old_one_is_nobodys() {
        User moved = account.confirmEmail(asked(ada, NEXT));

        assertThat(moved).isEqualTo(before.withEmail(NEXT, tenantry.now()));
        assertThat(tenantry.stored(NEXT)).contains(moved);
        assertThat(tenantry.stored(ADA)).isEmpty();
        assertThat(tenantry.signIn(NEXT).user()).isEqualTo(moved);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void the_session_goes_on() {
        account.confirmEmail(asked(ada, NEXT));

        assertThat(tenantry.authenticate(here)).isEqualTo(ada);
    }

    @Test
    void an_address_that_was_mistyped_at_sign_up_is_verified_once_the_right_one_is_confirmed() {
        tenantry.registerCompany("Acme", GRACE);
        Principal grace = account.signedIn(GRACE);

        assertThat(account.confirmEmail(asked(grace, NEXT)).emailVerified()).isTrue();
    }

    @Test
    void R6_3_7_the_old_address_is_told_which_has_taken_its_place() {
        account.confirmEmail(asked(ada, NEXT));

        assertThat(account.mailed(MailKind.EMAIL_CHANGED)).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo(ADA);
            assertThat(mail.details())
                    .containsEntry(MailDetail.NEW_EMAIL, NEXT.value())
                    .containsEntry(MailDetail.ADDRESS, BROWSER.address().orElseThrow());
        });
    }

    @Test
    void it_is_told_in_the_audit_without_an_address_of_mail() {
        account.confirmEmail(asked(ada, NEXT));

        assertThat(account.audited(AuditAction.EMAIL_CHANGED)).singleElement().satisfies(event -> {
            assertThat(event.subject()).contains(ada.user());
            assertThat(event.toString()).doesNotContain(NEXT.value()).doesNotContain(ADA.value());
        });
    }

    @Test
    void R_E10_a_token_works_once() {
        SecretToken token = asked(ada, NEXT);
        account.confirmEmail(token);

        refused(token);
    }

    @Test
    void R_E10_of_twenty_parallel_uses_of_one_token_exactly_one_counts() throws Exception {
        SecretToken token = asked(ada, NEXT);

        List<Object> outcomes = InParallel.outcomes(20, number -> account.confirmEmail(token));

        assertThat(outcomes).filteredOn(User.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(InvalidOneTimeToken.class::isInstance).hasSize(19);
    }

    @Test
    void R_E4_a_token_lives_for_an_hour() {
        SecretToken token = asked(ada, NEXT);
        tenantry.pass(Duration.ofHours(1));

        refused(token);
        assertThat(tenantry.stored(ADA)).contains(before);
    }

    @Test
    void R_F3_only_the_newest_token_serves() {
        SecretToken older = asked(ada, EmailAddress.of("typo@lovelace.example"));
        SecretToken newer = asked(ada, NEXT);

        refused(older);
        assertThat(account.confirmEmail(newer).email()).isEqualTo(NEXT);
    }

    @Test
    void R_F3_asking_for_an_address_that_is_anothers_kills_the_older_token_too() {
        tenantry.registerVerifiedUser(GRACE);
        SecretToken older = asked(ada, NEXT);
        account.changeEmail(ada, GRACE);

        refused(older);
    }

    @Test
    void R_F3_a_token_dies_when_the_password_changes() {
        SecretToken token = asked(ada, NEXT);
        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        refused(token);
        assertThat(tenantry.stored(ADA)).contains(before);
    }

    @Test
    void R_F3_what_was_mailed_to_the_old_address_is_dead_once_another_has_taken_its_place() {
        User grace = tenantry.registerUser(GRACE);
        SecretToken verification = tenantry.mailed(MailKind.VERIFY_EMAIL);
        tenantry.requestReset(ADA);
        SecretToken reset = tenantry.mailed(MailKind.RESET_PASSWORD);

        account.confirmEmail(asked(ada, NEXT));
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().update(grace.withEmail(EmailAddress.of("moved@example.org"), tenantry.now()));
            return grace;
        });

        assertThatThrownBy(() -> tenantry.resetPassword(reset, NEW_PASSWORD)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> tenantry.verifyEmail(verification)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R6_4_3_a_second_factor_that_was_set_up_with_the_old_address_outlives_a_reset_by_the_new_one() {
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());
        TotpEnrolment enrolled = new TotpEnrolment(ada.user(), secret, tenantry.now(), Optional.of(tenantry.now()), 1);
        DrivenPorts ports = tenantry.ports();
        ports.transactions().outsideTenants(() -> {
            ports.secondFactors().store(enrolled);
            return enrolled;
        });
        tenantry.pass(Duration.ofMinutes(1));

        account.confirmEmail(asked(ada, NEXT));
        tenantry.requestReset(NEXT);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), NEW_PASSWORD);

        assertThat(ports.identities().of(ada.user()).orElseThrow().factors().totp())
                .isTrue();
    }

    @Test
    void R_E8_a_token_of_another_flow_confirms_nothing_and_this_one_serves_no_other() {
        tenantry.requestReset(ADA);
        SecretToken reset = tenantry.mailed(MailKind.RESET_PASSWORD);
        SecretToken confirmation = asked(ada, NEXT);

        refused(reset);
        refused(new SecretToken("never sent"));
        assertThatThrownBy(() -> tenantry.resetPassword(confirmation, NEW_PASSWORD))
                .isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> tenantry.verifyEmail(confirmation)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(account.confirmEmail(confirmation).email()).isEqualTo(NEXT);
    }

    @Test
    void R_E10_of_two_users_who_confirm_one_address_the_first_has_it() {
        tenantry.registerVerifiedUser(GRACE);
        SecretToken adas = asked(ada, NEXT);
        SecretToken graces = asked(account.signedIn(GRACE), NEXT);
        account.confirmEmail(graces);

        assertThatThrownBy(() -> account.confirmEmail(adas)).isInstanceOf(EmailTaken.class);

        assertThat(tenantry.stored(ADA)).contains(before);
        assertThat(account.mailed(MailKind.EMAIL_CHANGED))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().email()).isEqualTo(GRACE));
    }

    @Test
    void R_E10_of_two_users_who_confirm_one_address_at_once_one_has_it() throws Exception {
        tenantry.registerVerifiedUser(GRACE);
        List<SecretToken> tokens = List.of(asked(ada, NEXT), asked(account.signedIn(GRACE), NEXT));

        List<Object> outcomes = InParallel.outcomes(2, number -> account.confirmEmail(tokens.get(number)));

        assertThat(outcomes).filteredOn(User.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(EmailTaken.class::isInstance).hasSize(1);
    }

    @Test
    void R_E9_whoever_registers_the_old_address_afterwards_inherits_nothing() {
        account.confirmEmail(asked(ada, NEXT));

        User another = tenantry.registerVerifiedUser(ADA);

        assertThat(another.id()).isNotEqualTo(ada.user());
        assertThat(tenantry.signIn(ADA).user()).isEqualTo(another);
        assertThat(tenantry.signIn(NEXT).user().id()).isEqualTo(ada.user());
    }

    private SecretToken asked(Principal by, EmailAddress next) {
        account.changeEmail(by, next);
        return tenantry.mailed(MailKind.CONFIRM_EMAIL);
    }

    private void refused(SecretToken token) {
        assertThatThrownBy(() -> account.confirmEmail(token)).isInstanceOf(InvalidOneTimeToken.class);
    }
}
