package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is noted of a new account, and in which language it is spoken to. */
class NewAccountTest {

    private static final Device GERMAN = speaking(Locale.GERMANY);

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);

    @Test
    void the_first_mail_already_speaks_the_language_of_the_device() {
        registerUser(GERMAN);

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(mail -> mail.to().locale())
                .containsExactly(Locale.GERMAN);
    }

    @Test
    void so_does_the_mail_to_the_owner_of_a_new_company() {
        registerCompany(GERMAN);

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(mail -> mail.to().locale())
                .containsExactly(Locale.GERMAN);
    }

    @Test
    void who_speaks_another_language_or_says_none_is_spoken_to_in_English() {
        for (Device device :
                List.of(speaking(Locale.FRENCH), speaking(Locale.UK), speaking(Locale.ROOT), Device.UNKNOWN)) {
            TenantryFixture fresh = new TenantryFixture();
            User user = fresh.useCases()
                    .users()
                    .registerUser()
                    .register(new RegisterUser.Command(ADA, PersonName.NONE, PASSWORD, device));

            assertThat(fresh.ports()
                            .identities()
                            .of(user.id())
                            .orElseThrow()
                            .profile()
                            .locale())
                    .isEqualTo(Locale.ENGLISH);
        }
    }

    @Test
    void mails_that_come_later_speak_it_too_whoever_asks_for_them() {
        registerUser(GERMAN);
        tenantry.tenantry().deliverMail();

        tenantry.requestReset(ADA);

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(Mail::kind, mail -> mail.to().locale())
                .containsExactly(tuple(MailKind.RESET_PASSWORD, Locale.GERMAN));
    }

    @Test
    void R16_3_1_a_registration_and_the_verification_are_in_the_audit_once() {
        User ada = registerUser(SignInFixture.HOME);
        SecretToken token = tenantry.mailed(MailKind.VERIFY_EMAIL);
        tenantry.verifyEmail(token);
        tenantry.verifyEmail(token);

        assertThat(tenantry.tenantry().audit())
                .allSatisfy(event -> {
                    assertThat(event.subject()).contains(ada.id());
                    assertThat(event.tenant()).isEmpty();
                })
                .extracting(AuditEvent::action)
                .containsExactly(AuditAction.ACCOUNT_REGISTERED, AuditAction.EMAIL_VERIFIED);
        assertThat(sessions.audited(AuditAction.ACCOUNT_REGISTERED))
                .extracting(AuditEvent::device)
                .containsExactly(SignInFixture.HOME);
    }

    @Test
    void R16_3_1_a_new_company_is_in_its_own_audit_and_its_owner_in_the_installations() {
        Tenant acme = registerCompany(SignInFixture.HOME);

        assertThat(sessions.audited(AuditAction.TENANT_REGISTERED))
                .singleElement()
                .satisfies(event -> assertThat(event.tenant()).contains(acme));
        assertThat(sessions.audited(AuditAction.ACCOUNT_REGISTERED))
                .singleElement()
                .satisfies(event -> assertThat(event.tenant()).isEmpty());
        assertThat(sessions.audited(AuditAction.SIGN_IN)).singleElement().satisfies(event -> {
            assertThat(event.tenant()).contains(acme);
            assertThat(event.data()).isEqualTo(Map.of("by", "registration"));
        });
    }

    private User registerUser(Device device) {
        return tenantry.useCases()
                .users()
                .registerUser()
                .register(new RegisterUser.Command(ADA, PersonName.NONE, PASSWORD, device));
    }

    private Tenant registerCompany(Device device) {
        return tenantry.useCases()
                .tenants()
                .registerTenant()
                .register(new RegisterTenant.Command(
                        new TenantName("Acme"),
                        Optional.empty(),
                        ADA,
                        PersonName.NONE,
                        PASSWORD,
                        Optional.of(SessionKind.ROTATING),
                        device))
                .tenant();
    }

    private static Device speaking(Locale language) {
        return new Device(Optional.of("198.51.100.1"), Optional.of("Browser/1"), Optional.of(language));
    }
}
