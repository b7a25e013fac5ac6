package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.PASSWORD;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Sign-ins from somewhere, in the short words in which tests speak of them. */
public final class SignInFixture {

    public static final Password WRONG = new Password("not the right one");
    public static final Device HOME = from("198.51.100.1");
    public static final Device ELSEWHERE = from("203.0.113.9");

    private final TenantryFixture tenantry;
    private final UseCases useCases;

    public SignInFixture(TenantryFixture tenantry) {
        this(tenantry, tenantry.useCases());
    }

    /** With use cases on other ports. */
    public SignInFixture(TenantryFixture tenantry, UseCases useCases) {
        this.tenantry = tenantry;
        this.useCases = useCases;
    }

    public static Device from(String address) {
        return new Device(Optional.of(address), Optional.of("Browser/1"));
    }

    public SignedIn signIn(EmailAddress email, Device device) {
        return signIn(email, PASSWORD, device);
    }

    public SignedIn signIn(EmailAddress email, Password password, Device device) {
        return useCases.sessions()
                .signIn()
                .signIn(new SignIn.Command(
                        email, password, Optional.empty(), Optional.empty(), SessionKind.ROTATING, false, device));
    }

    /** Wrong passwords, each of which is answered as such. */
    public void guessWrong(int times, EmailAddress email, Device device) {
        for (int guess = 0; guess < times; guess++) {
            Assertions.assertThatThrownBy(() -> signIn(email, WRONG, device))
                    .as("guess %d", guess)
                    .isInstanceOf(InvalidCredentials.class);
        }
    }

    /** Gives a user a code generator that works. */
    public TotpSecret giveTotp(UserId user) {
        TotpSecret secret = TotpSecret.generate(new SecureRandom());
        return tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports()
                    .secondFactors()
                    .store(new TotpEnrolment(user, secret, tenantry.now(), Optional.of(tenantry.now()), 0));
            return secret;
        });
    }

    /** What the audit holds of an action, the oldest first. */
    public List<AuditEvent> audited(AuditAction action) {
        return tenantry.tenantry().audit().stream()
                .filter(event -> event.action() == action)
                .toList();
    }
}
