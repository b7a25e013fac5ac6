package io.tenantry.application.social;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.social.ProviderFixture.ISSUER;
import static io.tenantry.application.social.ProviderFixture.vouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.application.social.ProviderFixture.Visit;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent.Outcome;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who it is that comes back from a provider. */
class SignInWithProviderTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final ProviderFixture providers = new ProviderFixture(tenantry);

    @Test
    void whom_nobody_knows_is_taken_up_with_the_address_verified_and_no_password() {
        SignedIn signedIn = providers.signIn(vouched("1", ADA));

        User user = tenantry.stored(ADA).orElseThrow();
        assertThat(signedIn.user()).isEqualTo(user);
        assertThat(user.emailVerifiedAt()).contains(tenantry.now());
        assertThat(user.name()).isEqualTo(PersonName.ofFull("Ada Lovelace"));
        assertThat(user.operator()).isFalse();
        assertThat(signedIn.tenant()).isEmpty();
        assertThat(factors.session(tenantry.authenticate(signedIn)).secondFactor())
                .isFalse();
        assertThat(providers.linked(tenantry.authenticate(signedIn)))
                .extracting(LinkedIdentity::issuer, LinkedIdentity::subject)
                .containsExactly(tuple(ISSUER, "1"));
    }

    @Test
    void who_is_taken_up_is_spoken_to_in_the_language_of_the_device() {
        Device german = new Device(Optional.empty(), Optional.empty(), Optional.of(Locale.GERMANY));

        User user = providers.signIn(providers.visit(vouched("1", ADA)), german).user();

        assertThat(tenantry.ports()
                        .identities()
                        .of(user.id())
                        .orElseThrow()
                        .profile()
                        .locale())
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void that_is_noted_as_a_registration_and_a_sign_in_and_told_by_no_mail() {
        SignedIn signedIn = providers.signIn(vouched("1", ADA));

        assertThat(factors.audited(AuditAction.ACCOUNT_REGISTERED)).satisfies(event -> {
            assertThat(event.subject()).contains(signedIn.user().id());
            assertThat(event.data()).containsEntry("provider", "example");
        });
        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("by", "provider");
        assertThat(factors.notices()).isEmpty();
    }

    @Test
    void R7_4_2_who_is_disabled_does_not_get_in_by_a_provider() {
        factors.disable(providers.signIn(vouched("1", ADA)).user().id());

        assertThatThrownBy(() -> providers.signIn(vouched("1", ADA))).isInstanceOf(AccountDisabled.class);
    }

    @Test
    void R6_8_1_who_is_known_by_issuer_and_subject_signs_in_whatever_the_address_has_become() {
        User ada = providers.signIn(vouched("1", ADA)).user();

        SignedIn again = providers.signIn(vouched("1", EmailAddress.of("ada.king@example.org")));

        assertThat(again.user().id()).isEqualTo(ada.id());
        assertThat(again.user().email()).isEqualTo(ADA);
        assertThat(providers.linked(tenantry.authenticate(again)).get(0).lastUsedAt())
                .contains(tenantry.now());
    }

    @Test
    void R6_8_1_who_is_known_signs_in_though_the_provider_tells_no_address() {
        User ada = providers.signIn(vouched("1", ADA)).user();

        SignedIn again = providers.signIn(new ExternalIdentity(ISSUER, "1", Optional.empty(), false, PersonName.NONE));

        assertThat(again.user().id()).isEqualTo(ada.id());
    }

    @Test
    void R10_3_3_the_same_subject_at_another_issuer_is_somebody_else() {
        User ada = providers.signIn(vouched("1", ADA)).user();

        SignedIn other = providers.signIn(
                new ExternalIdentity("https://other.example", "1", Optional.of(GRACE), true, PersonName.NONE));

        assertThat(other.user().id()).isNotEqualTo(ada.id());
    }

    @Test
    void R10_3_3_an_address_that_moved_to_another_subject_opens_no_account_that_lost_it() {
        User ada = providers.signIn(vouched("1", ADA)).user();
        EmailAddress later = EmailAddress.of("ada.king@example.org");
        providers.signIn(vouched("1", later));

        SignedIn stranger = providers.signIn(vouched("2", later));

        assertThat(stranger.user().id()).isNotEqualTo(ada.id());
    }

    @Test
    void a_vouched_address_links_the_account_that_has_verified_it_and_the_user_is_told() {
        User ada = tenantry.registerVerifiedUser(ADA);

        SignedIn signedIn = providers.signIn(vouched("1", EmailAddress.of("ADA@Example.org")));

        Mail notice = tenantry.tenantry().deliverMail().get(0);
        assertThat(signedIn.user().id()).isEqualTo(ada.id());
        assertThat(notice.kind()).isEqualTo(MailKind.IDENTITY_LINKED);
        assertThat(notice.details()).containsEntry(MailDetail.NAME, "Example");
        assertThat(factors.audited(AuditAction.IDENTITY_LINKED).subject()).contains(ada.id());
        assertThat(providers.linked(tenantry.authenticate(signedIn))).hasSize(1);
        assertThat(tenantry.signIn(ADA).user().id()).isEqualTo(ada.id());
    }

    @Test
    void R_E1_an_account_that_has_not_verified_its_address_is_not_given_to_who_has_it() {
        tenantry.registerCompany("Squat", ADA);

        assertThatThrownBy(() -> providers.signIn(vouched("1", ADA))).isInstanceOf(AccountExists.class);

        assertThat(tenantry.stored(ADA).orElseThrow().emailVerified()).isFalse();
        assertThat(providers.linked(tenantry.authenticate(tenantry.signIn(ADA))))
                .isEmpty();
        assertThat(factors.timesAudited(AuditAction.SIGN_IN, Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void an_address_that_the_provider_does_not_vouch_for_opens_nothing() {
        tenantry.registerVerifiedUser(ADA);

        for (ExternalIdentity unvouched : new ExternalIdentity[] {
            new ExternalIdentity(ISSUER, "1", Optional.of(ADA), false, PersonName.NONE),
            new ExternalIdentity(ISSUER, "1", Optional.of(GRACE), false, PersonName.NONE),
            new ExternalIdentity(ISSUER, "1", Optional.empty(), true, PersonName.NONE),
        }) {
            assertThatThrownBy(() -> providers.signIn(unvouched)).isInstanceOf(SocialSignInFailed.class);
        }
        assertThat(tenantry.stored(GRACE)).isEmpty();
        assertThat(factors.timesAudited(AuditAction.SIGN_IN, Outcome.REFUSED)).isEqualTo(3);
    }

    @Test
    void a_second_factor_is_asked_for_as_after_a_password() {
        Enrolled ada = factors.enrolled(ADA);

        MfaRequired asked = SecondFactorFixture.challenged(() -> providers.signIn(vouched("1", ADA)));
        SignedIn signedIn = factors.pass(asked.challenge(), factors.nextCode(ada.secret()));

        assertThat(signedIn.user().id()).isEqualTo(ada.by().user());
        assertThat(providers.linked(tenantry.authenticate(signedIn))).hasSize(1);
        assertThat(factors.audited(AuditAction.MFA_ASKED).data()).containsEntry("by", "provider");
    }

    @Test
    void who_has_no_password_passes_the_second_step_too_until_they_set_one() {
        Principal ada = tenantry.authenticate(providers.signIn(vouched("1", ADA)));
        Enrolled enrolled = factors.enroll(ada);
        MfaRequired asked = SecondFactorFixture.challenged(() -> providers.signIn(vouched("1", ADA)));
        MfaRequired other = SecondFactorFixture.challenged(() -> providers.signIn(vouched("1", ADA)));
        factors.pass(asked.challenge(), factors.nextCode(enrolled.secret()));

        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"));

        assertThatThrownBy(() -> factors.pass(other.challenge(), factors.nextCode(enrolled.secret())))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void the_user_comes_into_their_tenant_unless_it_is_suspended() {
        User ada = tenantry.registerVerifiedUser(ADA);
        Tenant tenant = tenantry.registerCompany("Acme", GRACE).tenant();
        tenantry.join(ada, tenant, Role.MEMBER);
        assertThat(providers.signIn(vouched("1", ADA)).tenant())
                .map(in -> in.tenant().id())
                .contains(tenant.id());

        tenantry.change(tenant, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> providers.signIn(vouched("1", ADA))).isInstanceOf(TenantNotActive.class);
    }

    @Test
    void no_password_at_all_opens_an_account_that_was_made_by_a_provider() {
        providers.signIn(vouched("1", ADA));

        for (String guess : new String[] {"", "null", "0"}) {
            assertThatThrownBy(() -> tenantry.useCases()
                            .sessions()
                            .signIn()
                            .signIn(TenantryFixture.credentials(ADA, new Password(guess), SessionKind.ROTATING)))
                    .isInstanceOf(InvalidCredentials.class);
        }
    }

    @Test
    void R6_1_1_registrations_from_one_address_are_limited_here_too() {
        for (int count = 0; count < 100; count++) {
            providers.signIn(vouched("s" + count, EmailAddress.of("u" + count + "@example.org")));
        }
        Visit known = providers.visit(vouched("s0", EmailAddress.of("u0@example.org")));

        assertThatThrownBy(() -> providers.signIn(vouched("1", ADA))).isInstanceOf(Throttled.class);
        assertThat(tenantry.stored(ADA)).isEmpty();
        assertThat(providers.signIn(known).user().email().value()).isEqualTo("u0@example.org");
    }

    @Test
    void R6_3_1_a_hundred_failures_from_one_address_must_wait() {
        for (int wrong = 0; wrong < 100; wrong++) {
            assertThatThrownBy(() -> providers.signIn(
                            new ExternalIdentity(ISSUER, "1", Optional.empty(), false, PersonName.NONE)))
                    .isInstanceOf(SocialSignInFailed.class);
        }

        assertThatThrownBy(() -> providers.start(Optional.empty())).isInstanceOf(Throttled.class);
    }
}
