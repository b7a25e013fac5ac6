package io.tenantry.application.social;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.social.ProviderFixture.vouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.inmemory.InMemoryProvider;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.application.social.ProviderFixture.Visit;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.IdentityTaken;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.LastSignInMethod;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.UnlinkIdentity;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkedIdentitiesTest {

    private static final EmailAddress WORK = EmailAddress.of("ada@work.example");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final ProviderFixture providers = new ProviderFixture(tenantry);

    @Test
    void a_linked_account_signs_in_whatever_address_it_has() {
        Principal ada = factors.newcomer(ADA);

        LinkedIdentity linked = providers.link(ada, vouched("1", WORK));

        assertThat(linked.user()).isEqualTo(ada.user());
        assertThat(linked.provider()).isEqualTo(InMemoryProvider.NAME);
        assertThat(linked.email()).contains(WORK.value());
        assertThat(providers.linked(ada)).containsExactly(linked);
        assertThat(providers.signIn(vouched("1", WORK)).user().id()).isEqualTo(ada.user());
        assertThat(tenantry.stored(WORK)).isEmpty();
    }

    @Test
    void an_account_without_any_address_may_be_linked() {
        Principal ada = factors.newcomer(ADA);

        providers.link(ada, new ExternalIdentity("https://p.example", "1", Optional.empty(), false, PersonName.NONE));

        assertThat(providers.linked(ada)).hasSize(1);
    }

    @Test
    void R6_3_7_the_user_is_told_and_it_is_noted() {
        Principal ada = factors.newcomer(ADA);
        LinkedIdentity linked = providers.link(ada, vouched("1", WORK));
        unlink(ada, linked);

        assertThat(factors.notices()).containsExactly(MailKind.IDENTITY_LINKED, MailKind.IDENTITY_UNLINKED);
        for (AuditAction action : List.of(AuditAction.IDENTITY_LINKED, AuditAction.IDENTITY_UNLINKED)) {
            assertThat(factors.audited(action).subject()).contains(ada.user());
            assertThat(factors.audited(action).data()).isEqualTo(Map.of("provider", "example"));
        }
    }

    @Test
    void R6_8_1_an_account_is_linked_to_one_user() {
        Principal ada = factors.newcomer(ADA);
        Principal grace = factors.newcomer(GRACE);
        providers.link(ada, vouched("1", WORK));

        assertThatThrownBy(() -> providers.link(grace, vouched("1", WORK))).isInstanceOf(IdentityTaken.class);
        assertThatThrownBy(() -> providers.link(ada, vouched("1", WORK))).isInstanceOf(IdentityTaken.class);
        assertThat(providers.linked(grace)).isEmpty();
    }

    @Test
    void R6_8_1_of_two_users_who_link_one_account_at_once_one_has_it() throws Exception {
        Principal ada = factors.newcomer(ADA);
        Principal grace = factors.newcomer(GRACE);
        Visit adas = providers.visitToLink(ada, vouched("1", WORK));
        Visit graces = providers.visitToLink(grace, vouched("1", WORK));

        List<Object> outcomes = InParallel.outcomes(
                2, number -> number == 0 ? providers.link(ada, adas) : providers.link(grace, graces));

        assertThat(outcomes).filteredOn(LinkedIdentity.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(IdentityTaken.class::isInstance).hasSize(1);
    }

    @Test
    void a_provider_that_refuses_links_nothing() {
        Principal ada = factors.newcomer(ADA);
        Visit visit = providers.visitToLink(ada, vouched("1", WORK));

        assertThatThrownBy(() -> providers.link(ada, new Visit(visit.state(), visit.browserToken(), "wrong")))
                .isInstanceOf(SocialSignInFailed.class);
        assertThat(providers.linked(ada)).isEmpty();
    }

    @Test
    void R_E8_a_session_that_has_ended_links_nothing() {
        Principal ada = factors.newcomer(ADA);
        Visit visit = providers.visitToLink(ada, vouched("1", WORK));
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"));

        assertThatThrownBy(() -> providers.link(ada, visit)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void an_address_that_is_not_verified_any_more_when_the_user_comes_back_links_nothing() {
        Principal ada = factors.newcomer(ADA);
        Visit visit = providers.visitToLink(ada, vouched("1", WORK));
        factors.forgetVerification(ada.user());

        assertThatThrownBy(() -> providers.link(ada, visit)).isInstanceOf(EmailNotVerified.class);
    }

    @Test
    void an_account_that_was_unlinked_is_nobodys() {
        Principal ada = factors.newcomer(ADA);
        unlink(ada, providers.link(ada, vouched("1", WORK)));

        assertThat(providers.linked(ada)).isEmpty();
        assertThat(providers.signIn(vouched("1", WORK)).user().id()).isNotEqualTo(ada.user());
    }

    @Test
    void R8_2_2_somebody_elses_is_not_found() {
        Principal ada = factors.newcomer(ADA);
        Principal grace = factors.newcomer(GRACE);
        LinkedIdentity linked = providers.link(ada, vouched("1", WORK));

        assertThatThrownBy(() -> unlink(grace, linked)).isInstanceOf(NotFound.class);
        assertThat(providers.linked(ada)).containsExactly(linked);
    }

    @Test
    void the_last_way_in_cannot_be_taken_away() {
        Principal ada = tenantry.authenticate(providers.signIn(vouched("1", ADA)));

        assertThatThrownBy(() -> unlink(ada, providers.linked(ada).get(0))).isInstanceOf(LastSignInMethod.class);
        assertThat(providers.signIn(vouched("1", ADA)).user().id()).isEqualTo(ada.user());
    }

    @Test
    void of_the_last_two_ways_in_one_can_be_taken_away_also_when_both_go_at_once() throws Exception {
        Principal ada = tenantry.authenticate(providers.signIn(vouched("1", ADA)));
        providers.link(ada, vouched("2", WORK));
        List<LinkedIdentity> both = providers.linked(ada);

        List<Object> outcomes = InParallel.outcomes(2, number -> {
            unlink(ada, both.get(number));
            return "unlinked";
        });

        assertThat(outcomes).filteredOn("unlinked"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(LastSignInMethod.class::isInstance).hasSize(1);
        assertThat(providers.linked(ada)).hasSize(1);
    }

    @Test
    void a_passkey_is_a_way_in_too_and_becomes_the_last_one() {
        Principal ada = tenantry.authenticate(providers.signIn(vouched("1", ADA)));
        Passkey passkey = factors.addPasskey(ada, new InMemoryAuthenticator(), "Telephone")
                .passkey();

        unlink(ada, providers.linked(ada).get(0));

        assertThatThrownBy(() -> remove(ada, passkey)).isInstanceOf(LastSignInMethod.class);
        assertThat(factors.factors(ada.user()).passkeys()).isEqualTo(1);
    }

    @Test
    void a_password_set_by_mail_lets_the_last_linked_account_go() {
        SignedIn before = providers.signIn(vouched("1", ADA));
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), TenantryFixture.PASSWORD);
        Principal ada = tenantry.authenticate(tenantry.signIn(ADA));

        unlink(ada, providers.linked(ada).get(0));

        assertThat(before.user().id()).isEqualTo(ada.user());
        assertThat(providers.linked(ada)).isEmpty();
    }

    @Test
    void R7_5_1_who_has_no_password_must_have_signed_in_lately() {
        Principal ada = tenantry.authenticate(providers.signIn(vouched("1", ADA)));
        assertThat(providers.visitToLink(ada, vouched("2", WORK)).code()).isNotEmpty();

        tenantry.pass(Duration.ofMinutes(10));

        assertThatThrownBy(() -> providers.visitToLink(ada, vouched("2", WORK))).isInstanceOf(InvalidInput.class);
    }

    private void unlink(Principal by, LinkedIdentity linked) {
        providers
                .social()
                .unlinkIdentity()
                .unlink(new UnlinkIdentity.Command(by, linked.id(), SecondFactorFixture.PHONE));
    }

    private void remove(Principal by, Passkey passkey) {
        tenantry.useCases()
                .passkeys()
                .removePasskey()
                .remove(new RemovePasskey.Command(by, passkey.id(), Optional.empty(), SecondFactorFixture.PHONE));
    }
}
