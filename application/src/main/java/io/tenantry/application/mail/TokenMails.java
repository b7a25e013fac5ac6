package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.mail.Recipient;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Mails that carry a one-time token. */
public final class TokenMails {

    private final OneTimeTokens oneTimeTokens;
    private final Credentials credentials;
    private final Profiles profiles;
    private final Outbox outbox;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be cryptographically strong */
    public TokenMails(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.oneTimeTokens = ports.oneTimeTokens();
        this.credentials = ports.credentials();
        this.profiles = ports.profiles();
        this.outbox = ports.outbox();
        this.clock = clock;
        this.random = random;
    }

    /**
     * Puts a mail with a new token into the outbox, within the transaction under way. It goes to the address that the user
     * has, whatever was typed; older tokens of the same purpose are dead.
     */
    public void send(TokenPurpose purpose, User user) {
        Instant now = clock.instant();
        SecretToken token = SecretToken.generate(random);
        oneTimeTokens.replace(OneTimeToken.issue(token, purpose, user, credentials.hold(user.id()), now));
        MailId id = MailId.next(now, random);
        Recipient to = Recipient.of(user, profiles.of(user.id()));
        outbox.add(new Mail(id, kindOf(purpose), to, Optional.of(token), Map.of(), now));
    }

    /**
     * Puts a mail into the outbox to the address that is to become the user's: its link confirms that, and older links are
     * dead. If somebody has the address it says so to them, without a link, at the same cost.
     */
    public void sendToNewAddress(User user, EmailAddress email, Optional<User> holder) {
        Instant now = clock.instant();
        SecretToken token = SecretToken.generate(random);
        oneTimeTokens.replace(OneTimeToken.forNewAddress(token, user, email, credentials.hold(user.id()), now));
        User reader = holder.orElse(user.withEmail(email, now));
        Recipient to = Recipient.of(reader, profiles.of(reader.id()));
        MailKind kind = holder.isPresent() ? MailKind.EMAIL_IN_USE : MailKind.CONFIRM_EMAIL;
        Optional<SecretToken> link = Optional.of(token).filter(secret -> kind.hasLink());
        outbox.add(new Mail(MailId.next(now, random), kind, to, link, Map.of(), now));
    }

    private static MailKind kindOf(TokenPurpose purpose) {
        return switch (purpose) {
            case VERIFY_EMAIL -> MailKind.VERIFY_EMAIL;
            case RESET_PASSWORD -> MailKind.RESET_PASSWORD;
            case CONFIRM_EMAIL -> MailKind.CONFIRM_EMAIL;
        };
    }
}
