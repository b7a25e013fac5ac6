package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Mails that anybody may ask for, or bring about, for any address. Asking is one write, the same for every address, so that neither answer
 * nor time tells whether it has an account (OWASP Forgot Password Cheat Sheet); the rest is done when mail is delivered.
 */
public final class MailRequests {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Users users;
    private final TokenMails mails;
    private final AccountNotices notices;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be cryptographically strong */
    public MailRequests(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.outbox = ports.outbox();
        this.users = ports.users();
        this.mails = new TokenMails(ports, clock, random);
        this.notices = new AccountNotices(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    /** Notes a request down, within the transaction under way. */
    public void note(MailKind kind, EmailAddress email) {
        Instant now = clock.instant();
        outbox.request(new MailRequest(MailId.next(now, random), kind, email, now));
    }

    /** Puts the mails that are due on it into the outbox; each request in a transaction of its own. */
    void answer() {
        for (int answered = 0; answered < BATCH && answerNext().isPresent(); answered++) {
            // each answers one
        }
    }

    private Optional<MailRequest> answerNext() {
        return transactions.outsideTenants(() -> {
            Optional<MailRequest> next = outbox.takeRequest();
            next.ifPresent(this::answer);
            return next;
        });
    }

    private void answer(MailRequest request) {
        Optional<User> known = users.findByEmail(request.email());
        switch (request.kind()) {
            case RESET_PASSWORD ->
                known.filter(user -> !user.disabled()).ifPresent(user -> mails.send(TokenPurpose.RESET_PASSWORD, user));
            case VERIFY_EMAIL ->
                known.filter(user -> !user.emailVerified())
                        .ifPresent(user -> mails.send(TokenPurpose.VERIFY_EMAIL, user));
            case ACCOUNT_LOCKED -> known.ifPresent(user -> notices.send(request.kind(), user, Device.UNKNOWN));
            default -> throw new IllegalStateException("nobody can ask for a mail " + request.kind());
        }
    }
}
