package io.tenantry.application.user;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.WRONG_PASSWORD;
import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.Change;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.UpdateProfile;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteAccountTest {

    private static final EmailAddress LINUS = EmailAddress.of("linus@example.org");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private SignedIn here;
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        tenantry.registerVerifiedUser(ADA);
        here = tenantry.signIn(ADA);
        ada = tenantry.authenticate(here);
    }

    @Test
    void who_deletes_their_account_is_no_more() {
        account.delete(ada);

        assertThat(tenantry.stored(ADA)).isEmpty();
        assertThat(tenantry.ports().identities().of(ada.user())).isEmpty();
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R7_4_2_no_token_of_theirs_works_any_more() {
        account.delete(ada);

        assertThatThrownBy(() -> tenantry.authenticate(here)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.refresh(here, SessionKind.ROTATING)).isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void R7_5_1_without_the_password_nothing_is_deleted_and_the_try_counts() {
        for (int i = 0; i < 10; i++) {
            assertRefused(
                    () -> account.delete(ada, WRONG_PASSWORD), InvalidInput.PASSWORD, FieldProblem.WRONG_PASSWORD);
        }

        assertThatThrownBy(() -> account.delete(ada)).isInstanceOf(Throttled.class);
        assertThat(tenantry.stored(ADA)).isPresent();
    }

    @Test
    void who_alone_owns_a_tenant_must_first_hand_it_over() {
        tenantry.registerCompany("Acme", GRACE);
        Principal grace = account.signedIn(GRACE);
        tenantry.tenantry().deliverMail();

        assertThatThrownBy(() -> account.delete(grace)).isInstanceOf(LastOwner.class);

        assertThat(tenantry.stored(GRACE)).isPresent();
        assertThat(tenantry.authenticate(tenantry.signIn(GRACE)).tenant()).isPresent();
        assertThat(account.mailed(MailKind.ACCOUNT_DELETED)).isEmpty();
        assertThat(account.audited(AuditAction.ACCOUNT_DELETED)).isEmpty();
    }

    @Test
    void of_the_two_owners_of_a_tenant_who_leave_at_once_one_stays() throws Exception {
        Tenant acme = tenantry.registerCompany("Acme", GRACE).tenant();
        tenantry.join(here.user(), acme, Role.OWNER);
        List<Principal> owners = List.of(ada, account.signedIn(GRACE));

        List<Object> outcomes = InParallel.outcomes(2, number -> {
            account.delete(owners.get(number));
            return number;
        });

        assertThat(outcomes).filteredOn(LastOwner.class::isInstance).hasSize(1);
        assertThat(owners(acme)).hasSize(1);
    }

    @Test
    void the_tenants_that_they_were_in_go_on_without_them() {
        Tenant acme = tenantry.registerCompany("Acme", GRACE).tenant();
        Principal grace = account.signedIn(GRACE);
        tenantry.join(here.user(), acme, Role.OWNER);
        tenantry.pass(Duration.ofMinutes(1));

        account.delete(ada);

        assertThat(owners(acme)).extracting(Membership::user).containsExactly(grace.user());
        assertThat(stored(acme)).isEqualTo(acme);
    }

    @Test
    void a_tenant_that_was_reached_at_their_address_is_reached_at_its_oldest_other_owners() {
        Tenant acme = tenantry.registerCompany("Acme", GRACE).tenant();
        Principal grace = account.signedIn(GRACE);
        tenantry.pass(Duration.ofMinutes(1));
        tenantry.join(tenantry.registerVerifiedUser(LINUS), acme, Role.ADMIN);
        tenantry.pass(Duration.ofMinutes(1));
        tenantry.join(here.user(), acme, Role.OWNER);
        tenantry.pass(Duration.ofMinutes(1));
        tenantry.join(tenantry.registerVerifiedUser(EmailAddress.of("last@example.org")), acme, Role.OWNER);

        account.delete(grace);

        assertThat(stored(acme).contactEmail()).isEqualTo(ADA);
        assertThat(stored(acme).updatedAt()).isEqualTo(tenantry.now());
    }

    @Test
    void R6_3_7_the_last_mail_goes_out_in_their_language_when_they_are_no_more() {
        speakGerman();

        account.delete(ada);

        assertThat(tenantry.tenantry().deliverMail()).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.ACCOUNT_DELETED);
            assertThat(mail.to().email()).isEqualTo(ADA);
            assertThat(mail.to().locale()).isEqualTo(Locale.GERMAN);
            assertThat(mail.details())
                    .containsEntry(MailDetail.ADDRESS, BROWSER.address().orElseThrow());
        });
    }

    @Test
    void mails_that_waited_for_them_are_not_sent() {
        tenantry.requestReset(ADA);
        account.changeEmail(ada, EmailAddress.of("next@example.org"));

        account.delete(ada);

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(Mail::kind)
                .doesNotContain(MailKind.RESET_PASSWORD, MailKind.EMAIL_CHANGE_REQUESTED);
    }

    @Test
    void the_audit_keeps_what_they_did_under_an_id_without_a_name() {
        account.delete(ada);

        assertThat(account.audited(AuditAction.ACCOUNT_DELETED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.user(ada.user()));
            assertThat(event.subject()).contains(ada.user());
        });
        List<AuditEvent> all = tenantry.tenantry().audit();
        assertThat(all.toString()).doesNotContain(ADA.value()).doesNotContain(ADA.localPart() + "@");
    }

    @Test
    void from_where_they_came_is_erased_from_the_audits_of_the_installation_and_of_their_tenants() {
        Tenant acme = tenantry.registerCompany("Acme", GRACE).tenant();
        tenantry.join(here.user(), acme, Role.MEMBER);
        new SignInFixture(tenantry).signIn(ADA, BROWSER);
        new SignInFixture(tenantry).signIn(GRACE, BROWSER);

        account.delete(ada);

        assertThat(tenantry.tenantry().audit())
                .filteredOn(event -> event.subject().filter(ada.user()::equals).isPresent())
                .hasSizeGreaterThan(3)
                .anyMatch(event -> event.tenant().isPresent())
                .extracting(AuditEvent::device)
                .containsOnly(Device.UNKNOWN);
        assertThat(account.audited(AuditAction.SIGN_IN))
                .extracting(AuditEvent::device)
                .contains(BROWSER);
    }

    @Test
    void R_E9_whoever_registers_the_address_afterwards_inherits_nothing() {
        speakGerman();
        tenantry.requestReset(ADA);
        SecretToken reset = tenantry.mailed(MailKind.RESET_PASSWORD);
        account.delete(ada);

        User another = tenantry.registerVerifiedUser(ADA);
        Principal anew = account.signedIn(ADA);

        assertThat(another.id()).isNotEqualTo(ada.user());
        assertThat(account.export(anew).profile()).isEqualTo(Profile.UNSAID);
        assertThat(account.export(anew).sessions()).hasSize(1);
        assertThat(account.export(anew).events())
                .noneMatch(event -> event.subject().filter(ada.user()::equals).isPresent());
        assertThatThrownBy(() -> tenantry.resetPassword(reset, WRONG_PASSWORD)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void a_second_deletion_in_the_same_session_is_not_authenticated() {
        account.delete(ada);

        assertThatThrownBy(() -> account.delete(ada)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R7_5_1_who_has_no_password_must_have_signed_in_lately() {
        Principal linus = account.signedInWithoutPassword(LINUS);
        tenantry.pass(Duration.ofMinutes(10));
        assertRefused(() -> account.delete(linus), InvalidInput.PASSWORD, FieldProblem.REQUIRED);
    }

    private void speakGerman() {
        tenantry.useCases()
                .users()
                .updateProfile()
                .update(new UpdateProfile.Command(
                        ada,
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.to(Locale.GERMAN),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        BROWSER));
    }

    private List<Membership> owners(Tenant tenant) {
        return tenantry.ports()
                .transactions()
                .inTenant(tenant.id(), () -> tenantry.ports().memberships().withRole(tenant.id(), Role.OWNER));
    }

    private Tenant stored(Tenant tenant) {
        return tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().tenants().find(tenant.id()))
                .orElseThrow();
    }
}
