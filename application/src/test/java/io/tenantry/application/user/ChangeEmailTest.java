package io.tenantry.application.user;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.NEW_PASSWORD;
import static io.tenantry.application.AccountFixture.WRONG_PASSWORD;
import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.credential.CountingCredentials;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.ChangeEmail;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeEmailTest {

    private static final EmailAddress NEXT = EmailAddress.of("Ada@Lovelace.example");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private User before;
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        before = tenantry.registerVerifiedUser(ADA);
        ada = account.signedIn(ADA);
    }

    @Test
    void a_link_goes_to_the_new_address_and_until_it_is_confirmed_nothing_changes() {
        account.changeEmail(ada, NEXT);

        assertThat(account.mailed(MailKind.CONFIRM_EMAIL)).singleElement().satisfies(mail -> {
            assertThat(mail.to().email().value()).isEqualTo("Ada@Lovelace.example");
            assertThat(mail.token()).isPresent();
        });
        assertThat(tenantry.stored(ADA)).contains(before);
        assertThat(tenantry.stored(NEXT)).isEmpty();
    }

    @Test
    void R6_3_7_the_old_address_is_told_which_is_to_take_its_place_and_who_asked() {
        account.changeEmail(ada, NEXT);

        assertThat(account.mailed(MailKind.EMAIL_CHANGE_REQUESTED))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to().email()).isEqualTo(ADA);
                    assertThat(mail.token()).isEmpty();
                    assertThat(mail.details())
                            .containsEntry(MailDetail.NEW_EMAIL, "Ada@Lovelace.example")
                            .containsEntry(MailDetail.ADDRESS, BROWSER.address().orElseThrow());
                });
    }

    @Test
    void it_is_told_in_the_audit_without_an_address_of_mail() {
        account.changeEmail(ada, NEXT);

        assertThat(account.audited(AuditAction.EMAIL_CHANGE_REQUESTED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.subject()).contains(ada.user());
                    assertThat(event.toString())
                            .doesNotContainIgnoringCase(NEXT.value())
                            .doesNotContain(ADA.value());
                });
    }

    @Test
    void R7_5_1_without_the_password_nothing_is_mailed_and_the_try_counts() {
        for (int i = 0; i < 10; i++) {
            assertRefused(
                    () -> account.changeEmail(ada, NEXT, WRONG_PASSWORD),
                    InvalidInput.PASSWORD,
                    FieldProblem.WRONG_PASSWORD);
        }

        assertThatThrownBy(() -> account.changeEmail(ada, NEXT)).isInstanceOf(Throttled.class);
        assertThat(tenantry.tenantry().deliverMail()).noneMatch(mail -> mail.kind() == MailKind.CONFIRM_EMAIL);
    }

    @Test
    void R_E5_the_address_that_the_user_has_is_refused_in_any_case() {
        for (String same : List.of("ada@example.org", "ADA@Example.ORG")) {
            assertRefused(
                    () -> account.changeEmail(ada, EmailAddress.of(same)),
                    InvalidInput.EMAIL,
                    FieldProblem.NOT_ALLOWED);
        }
        assertThat(tenantry.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void an_address_that_is_anothers_gets_a_mail_without_a_link_that_tells_nothing_of_who_asked() {
        tenantry.registerVerifiedUser(GRACE);

        account.changeEmail(ada, EmailAddress.of("GRACE@example.org"));

        List<Mail> mails = tenantry.tenantry().deliverMail();
        assertThat(mails)
                .extracting(Mail::kind)
                .containsExactlyInAnyOrder(MailKind.EMAIL_IN_USE, MailKind.EMAIL_CHANGE_REQUESTED);
        assertThat(mails)
                .filteredOn(mail -> mail.kind() == MailKind.EMAIL_IN_USE)
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to().email().value()).isEqualTo("grace@example.org");
                    assertThat(mail.token()).isEmpty();
                    assertThat(mail.details()).isEmpty();
                });
    }

    @Test
    void R_F1_the_same_is_done_for_an_address_that_is_anothers_as_for_one_that_is_nobodys() {
        tenantry.registerVerifiedUser(GRACE);

        assertThat(callsOf(GRACE)).isEqualTo(callsOf(NEXT)).isNotEmpty();
    }

    @Test
    void R_F6_one_address_gets_so_many_mails_and_no_more_whoever_asks() {
        for (int i = 0; i < 5; i++) {
            account.changeEmail(ada, NEXT);
        }

        assertThatThrownBy(() -> account.changeEmail(ada, NEXT)).isInstanceOf(Throttled.class);
        tenantry.requestReset(ADA);
    }

    @Test
    void R_F6_so_many_mails_are_sent_at_the_wish_of_one_device_and_no_more() {
        for (int i = 0; i < 100; i++) {
            account.changeEmail(ada, EmailAddress.of("somebody" + i + "@example.org"));
        }

        assertThatThrownBy(() -> account.changeEmail(ada, NEXT)).isInstanceOf(Throttled.class);
        tenantry.pass(Duration.ofMinutes(15));
        account.changeEmail(ada, NEXT);
    }

    @Test
    void R7_4_3_the_password_that_was_reset_meanwhile_asks_for_nothing() {
        tenantry.requestReset(ADA);
        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);
        UseCases slower = PortsFixture.useCases(
                tenantry.tenantry(),
                PortsFixture.with(
                        tenantry.ports(),
                        new CountingCredentials(
                                tenantry.ports().credentials(), () -> tenantry.resetPassword(token, NEW_PASSWORD))));

        assertThatThrownBy(() -> change(slower, NEXT)).isInstanceOf(Unauthenticated.class);

        assertThat(account.mailed(MailKind.CONFIRM_EMAIL)).isEmpty();
    }

    private List<String> callsOf(EmailAddress next) {
        List<String> calls = new ArrayList<>();
        change(PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(tenantry.ports(), calls::add)), next);
        return calls;
    }

    private void change(UseCases useCases, EmailAddress next) {
        useCases.users()
                .changeEmail()
                .change(new ChangeEmail.Command(ada, next, Optional.of(TenantryFixture.PASSWORD), BROWSER));
    }
}
