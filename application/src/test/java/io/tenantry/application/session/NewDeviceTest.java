package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is told of a sign-in from a device that was not seen before. */
class NewDeviceTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);

    NewDeviceTest() {
        tenantry.registerVerifiedUser(ADA);
    }

    @Test
    void the_first_sign_in_is_no_news_and_neither_is_another_from_there() {
        sessions.signIn(ADA, HOME);
        sessions.signIn(ADA, HOME);

        assertThat(notices()).isEmpty();
    }

    @Test
    void a_sign_in_from_an_address_that_was_not_seen_before_is_told_once_with_address_and_program() {
        sessions.signIn(ADA, HOME);

        sessions.signIn(ADA, ELSEWHERE);
        sessions.signIn(ADA, ELSEWHERE);

        assertThat(notices()).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo(ADA);
            assertThat(mail.details())
                    .isEqualTo(Map.of(MailDetail.ADDRESS, "203.0.113.9", MailDetail.PROGRAM, "Browser/1"));
        });
    }

    @Test
    void a_program_that_was_not_seen_before_is_told_and_a_newer_version_of_one_is_not() {
        sessions.signIn(ADA, HOME);
        sessions.signIn(ADA, at(HOME, "Browser/2.0"));
        assertThat(notices()).isEmpty();

        sessions.signIn(ADA, at(HOME, "curl/8"));
        assertThat(notices()).hasSize(1);
    }

    @Test
    void another_address_of_the_same_IPv6_network_is_no_news() {
        sessions.signIn(ADA, SignInFixture.from("2001:db8::1"));
        sessions.signIn(ADA, SignInFixture.from("2001:db8::2"));
        assertThat(notices()).isEmpty();

        sessions.signIn(ADA, SignInFixture.from("2001:db8:0:1::1"));
        assertThat(notices()).hasSize(1);
    }

    @Test
    void what_was_seen_within_the_hour_is_not_noted_again_and_later_it_is() {
        List<String> calls = new ArrayList<>();
        SignInFixture watched = new SignInFixture(
                tenantry,
                PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(tenantry.ports(), calls::add)));
        watched.signIn(ADA, HOME);
        tenantry.pass(Duration.ofMinutes(59));
        watched.signIn(ADA, HOME);
        assertThat(calls).containsOnlyOnce("KnownDevices.remember");

        tenantry.pass(Duration.ofDays(29));
        watched.signIn(ADA, HOME);
        tenantry.pass(Duration.ofDays(29));

        sessions.guessWrong(10, ADA, ELSEWHERE);
        assertThat(sessions.signIn(ADA, HOME).user().email()).isEqualTo(ADA);
    }

    @Test
    void a_device_without_an_address_is_neither_remembered_nor_told() {
        sessions.signIn(ADA, HOME);
        sessions.signIn(ADA, Device.UNKNOWN);

        assertThat(notices()).isEmpty();
    }

    @Test
    void a_sign_in_that_waits_for_its_second_factor_is_not_told_yet() {
        sessions.signIn(ADA, HOME);
        sessions.giveTotp(tenantry.stored(ADA).orElseThrow().id());

        assertThatThrownBy(() -> sessions.signIn(ADA, ELSEWHERE)).isInstanceOf(MfaRequired.class);

        assertThat(notices()).isEmpty();
    }

    @Test
    void the_device_by_which_somebody_registered_and_came_in_at_once_is_known() {
        EmailAddress owner = EmailAddress.of("owner@example.org");
        tenantry.useCases()
                .tenants()
                .registerTenant()
                .register(new RegisterTenant.Command(
                        new TenantName("Acme"),
                        Optional.empty(),
                        owner,
                        PersonName.NONE,
                        PASSWORD,
                        Optional.of(SessionKind.ROTATING),
                        HOME));

        sessions.signIn(owner, HOME);
        assertThat(notices()).isEmpty();
        sessions.signIn(owner, ELSEWHERE);
        assertThat(notices()).hasSize(1);
    }

    private static Device at(Device there, String program) {
        return new Device(there.address(), Optional.of(program));
    }

    private List<Mail> notices() {
        return tenantry.tenantry().deliverMail().stream()
                .filter(mail -> mail.kind() == MailKind.NEW_SIGN_IN)
                .toList();
    }
}
