package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.TokenHolders;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.ConfirmEmail;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Of several who confirm one address the store lets one have it; what the others spent is rolled back with their refusal. */
final class ConfirmEmailService implements ConfirmEmail {

    private final Transactions transactions;
    private final TokenHolders holders;
    private final OneTimeTokens oneTimeTokens;
    private final Users users;
    private final AccountNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;

    ConfirmEmailService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.holders = new TokenHolders(ports, clock);
        this.oneTimeTokens = ports.oneTimeTokens();
        this.users = ports.users();
        this.notices = new AccountNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public User confirm(Command command) {
        return transactions.outsideTenants(() -> confirmed(command));
    }

    private User confirmed(Command command) {
        EmailAddress email = addressIn(command.token());
        User user = holders.holderOf(command.token(), TokenPurpose.CONFIRM_EMAIL);
        if (!oneTimeTokens.spend(command.token().digest())) {
            throw new InvalidOneTimeToken();
        }
        User moved = user.withEmail(email, clock.instant());
        users.update(moved);
        notices.send(MailKind.EMAIL_CHANGED, user, command.device(), Map.of(MailDetail.NEW_EMAIL, email.value()));
        trail.done(AuditAction.EMAIL_CHANGED, user.id(), command.device());
        return moved;
    }

    private EmailAddress addressIn(SecretToken token) {
        return oneTimeTokens.find(token.digest()).map(OneTimeToken::email).orElseThrow(InvalidOneTimeToken::new);
    }
}
