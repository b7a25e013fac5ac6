package io.tenantry.domain.contract;

import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Recipient;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.ProfileFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A user with all that a user may have, to see what of it is left. */
record Account(User user, Session session, TokenDigest refresh, OneTimeToken oneTime, Mail mail) {

    static final List<String> WHOLE = List.of(
            "user",
            "password",
            "session",
            "refresh token",
            "one-time token",
            "membership",
            "profile",
            "picture",
            "device",
            "mail");

    private static final Password PASSWORD = new Password("correct horse battery");
    private static final AddressBlock HOME = AddressBlock.of(new Device(Optional.of("203.0.113.7"), Optional.empty()))
            .orElseThrow();

    static Account stored(PortContract contract) {
        User user = UserFixture.aUser();
        Instant now = user.createdAt();
        Account account = new Account(
                user,
                SessionFixture.rotating(user.id()),
                SessionFixture.aRefreshToken().digest(),
                OneTimeTokenFixture.aToken(TokenPurpose.CONFIRM_EMAIL, user),
                mailTo(user));
        SealedPassword password = contract.ports().credentials().seal(PASSWORD);
        contract.doOutside(() -> account.store(contract.ports(), password, now));
        Tenant tenant = contract.storedTenant();
        contract.storedOwner(tenant, user);
        contract.storedOwner(tenant, contract.storedUser());
        return account;
    }

    private void store(DrivenPortsUnderTest ports, SealedPassword password, Instant now) {
        ports.users().add(user);
        ports.credentials().store(user.id(), password);
        ports.sessions().open(session);
        ports.sessions().issue(refresh, session.id(), Optional.empty(), now);
        ports.oneTimeTokens().replace(oneTime);
        ports.profiles().store(user.id(), ProfileFixture.aProfile());
        ports.profiles().storeAvatar(user.id(), ProfileFixture.anAvatar(1));
        ports.knownDevices().remember(user.id(), HOME, "curl/", now);
        ports.outbox().add(mail);
        ports.outbox()
                .request(new MailRequest(
                        MailId.next(now, UniqueFixture.random()), MailKind.RESET_PASSWORD, user.email(), now));
    }

    /** Under the address in another case: what is somebody's does not depend on that. */
    private static Mail mailTo(User user) {
        EmailAddress typed = EmailAddress.of(user.email().value().toUpperCase(Locale.ROOT));
        Recipient to = new Recipient(typed, user.name().full(), Profile.UNSAID.locale(), Profile.UNSAID.timezone());
        MailId id = MailId.next(user.createdAt(), UniqueFixture.random());
        return new Mail(id, MailKind.PASSWORD_CHANGED, to, Optional.empty(), Map.of(), user.createdAt());
    }

    /** What there is of the account, in the words of {@link #WHOLE}. */
    List<String> traces(PortContract contract) {
        DrivenPortsUnderTest ports = contract.ports();
        List<String> traces = new ArrayList<>();
        if (ports.credentials().match(Optional.of(user.id()), PASSWORD).isPresent()) {
            traces.add("password");
        }
        contract.across(() -> {
            look(traces, ports);
            return true;
        });
        return WHOLE.stream().filter(traces::contains).toList();
    }

    private void look(List<String> traces, DrivenPortsUnderTest ports) {
        Profile profile = ports.profiles().of(user.id());
        Map<String, BooleanSupplier> looks = Map.of(
                "user", () -> ports.users().find(user.id()).isPresent(),
                "session", () -> !ports.sessions().of(user.id()).isEmpty(),
                "refresh token", () -> ports.sessions().hold(refresh).isPresent(),
                "one-time token",
                        () -> ports.oneTimeTokens().find(oneTime.digest()).isPresent(),
                "membership", () -> !ports.memberships().of(user.id()).isEmpty(),
                "profile", () -> profile.phone().isPresent(),
                "picture",
                        () -> profile.avatar().isPresent()
                                || ports.profiles().avatar(user.id()).isPresent(),
                "device",
                        () -> ports.knownDevices()
                                .familiarity(user.id(), HOME, "curl/")
                                .any(),
                "mail", () -> isDue(ports));
        looks.forEach((name, look) -> {
            if (look.getAsBoolean()) {
                traces.add(name);
            }
        });
    }

    /** Claims it without a lease, so that it can be claimed again. */
    private boolean isDue(DrivenPortsUnderTest ports) {
        Instant now = Instant.now();
        return ports.outbox().claim(now, now, 100).stream()
                .anyMatch(claimed -> claimed.mail().id().equals(mail.id()));
    }
}
