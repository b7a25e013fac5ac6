package io.tenantry.application.user;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.ExportAccount.Export;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportAccountTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private Tenant acme;
    private User user;
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        acme = tenantry.registerCompany("Acme", ADA).tenant();
        SignedIn signedIn = tenantry.signIn(ADA);
        user = signedIn.user();
        ada = tenantry.authenticate(signedIn);
    }

    @Test
    void a_user_who_has_done_nothing_yet_gets_what_they_registered_with() {
        Export export = account.export(ada);

        assertThat(export.user()).isEqualTo(user);
        assertThat(export.profile()).isEqualTo(Profile.UNSAID);
        assertThat(export.avatar()).isEmpty();
        assertThat(export.totp()).isEmpty();
        assertThat(export.recoveryCodesLeft()).isZero();
        assertThat(export.passkeys()).isEmpty();
        assertThat(export.identities()).isEmpty();
    }

    @Test
    void all_memberships_are_told_those_in_suspended_tenants_too() {
        Tenant other = tenantry.registerCompany("Other", GRACE).tenant();
        tenantry.join(user, other, Role.MEMBER);
        tenantry.change(other, TenantStatus.SUSPENDED);

        assertThat(account.export(ada).memberships())
                .extracting(in -> in.tenant().id())
                .containsExactlyInAnyOrder(acme.id(), other.id());
    }

    @Test
    void all_sessions_are_told_those_that_ended_too() {
        Principal ended = tenantry.authenticate(tenantry.signIn(ADA, SessionKind.FIXED));
        tenantry.useCases().sessions().endSession().end(new EndSession.Own(ended, AccountFixture.BROWSER));

        assertThat(account.export(ada).sessions())
                .extracting(Session::id)
                .containsExactlyInAnyOrder(ada.session(), ended.session());
    }

    @Test
    void picture_factors_passkeys_and_linked_accounts_are_told_but_for_secrets() {
        Instant now = tenantry.now();
        Avatar picture = new Avatar(new byte[] {1});
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());
        Passkey passkey = aPasskey(now);
        LinkedIdentity linked = aLinkedIdentity(now);
        DrivenPorts ports = tenantry.ports();
        ports.transactions().outsideTenants(() -> {
            ports.profiles().storeAvatar(user.id(), picture);
            ports.secondFactors().store(new TotpEnrolment(user.id(), secret, now, Optional.of(now), 1));
            ports.secondFactors().replaceRecoveryCodes(user.id(), List.of(TokenDigest.of("one")), now);
            ports.passkeys().add(passkey);
            return ports.linkedIdentities().add(linked);
        });

        Export export = account.export(ada);

        assertThat(export.avatar()).contains(picture);
        assertThat(export.totp()).contains(now);
        assertThat(export.recoveryCodesLeft()).isEqualTo(1);
        assertThat(export.passkeys()).containsExactly(passkey);
        assertThat(export.identities()).containsExactly(linked);
        assertThat(export.toString()).doesNotContain(secret.base32());
    }

    @Test
    void a_code_generator_that_never_worked_is_not_told() {
        DrivenPorts ports = tenantry.ports();
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());
        ports.transactions().outsideTenants(() -> {
            ports.secondFactors().store(new TotpEnrolment(user.id(), secret, tenantry.now(), Optional.empty(), 0));
            return secret;
        });

        assertThat(account.export(ada).totp()).isEmpty();
    }

    @Test
    void the_export_itself_is_told_in_the_audit_and_stands_in_it_first() {
        List<AuditEvent> events = account.export(ada).events();

        assertThat(events.get(0).action()).isEqualTo(AuditAction.ACCOUNT_EXPORTED);
        assertThat(events.get(0).device()).isEqualTo(BROWSER);
        assertThat(account.audited(AuditAction.ACCOUNT_EXPORTED)).containsExactly(events.get(0));
    }

    @Test
    void what_the_audits_of_their_tenants_hold_is_told_too_the_newest_first_and_nothing_of_other_tenants() {
        tenantry.registerCompany("Other", GRACE);
        account.signedIn(GRACE);
        tenantry.pass(Duration.ofMinutes(1));
        tenantry.signIn(ADA);
        tenantry.pass(Duration.ofMinutes(1));

        List<AuditEvent> events = account.export(ada).events();

        assertThat(events)
                .filteredOn(event -> event.tenant().isPresent())
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.tenant().orElseThrow().id()).isEqualTo(acme.id()));
        assertThat(events)
                .filteredOn(event -> event.action() == AuditAction.SIGN_IN)
                .hasSize(2);
        assertThat(events)
                .extracting(AuditEvent::at)
                .isSortedAccordingTo(Comparator.<Instant>naturalOrder().reversed());
    }

    @Test
    void the_devices_from_which_they_signed_in_are_told_the_last_first() {
        SignInFixture sessions = new SignInFixture(tenantry);
        sessions.signIn(ADA, SignInFixture.HOME);
        tenantry.pass(Duration.ofMinutes(1));
        sessions.signIn(ADA, SignInFixture.ELSEWHERE);

        assertThat(account.export(ada).devices())
                .extracting(device -> device.address().value())
                .containsExactly("203.0.113.9", "198.51.100.1");
    }

    @Test
    void R8_2_2_nothing_of_anybody_else_is_in_it() {
        tenantry.registerCompany("Other", GRACE);
        Principal grace = account.signedIn(GRACE);
        account.export(grace);

        Export export = account.export(ada);

        assertThat(export.toString())
                .doesNotContain(GRACE.value())
                .doesNotContain(grace.user().toString());
    }

    @Test
    void whoever_is_no_more_is_not_authenticated() {
        Principal nobody =
                new Principal(UserFixture.aUser().id(), ada.session(), Optional.empty(), Optional.empty(), false);

        assertThatThrownBy(() -> account.export(nobody)).isInstanceOf(Unauthenticated.class);
        assertThat(account.audited(AuditAction.ACCOUNT_EXPORTED)).isEmpty();
    }

    private Passkey aPasskey(Instant now) {
        PublicKeyCredential credential = new PublicKeyCredential(new CredentialId("AQID"), "pQEC", 0, Set.of());
        return new Passkey(
                PasskeyId.next(now, UniqueFixture.random()), user.id(), "Laptop", credential, now, Optional.empty());
    }

    private LinkedIdentity aLinkedIdentity(Instant now) {
        return new LinkedIdentity(
                LinkedIdentityId.next(now, UniqueFixture.random()),
                user.id(),
                new ProviderName("google"),
                "https://accounts.example",
                "4711",
                Optional.of("ada@mail.example"),
                now,
                Optional.empty());
    }
}
