package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.application.mail.TokenMails;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.ChangeEmail;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Nothing but the mail to the new address tells whether that is another's: answer and work are the same. */
final class ChangeEmailService implements ChangeEmail {

    private final Transactions transactions;
    private final Reauthentication reauthentication;
    private final AttemptLimits limits;
    private final Users users;
    private final TokenMails mails;
    private final AccountNotices notices;
    private final AuditTrail trail;

    ChangeEmailService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.users = ports.users();
        this.mails = new TokenMails(ports, clock, random);
        this.notices = new AccountNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void change(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        limits.requireMail(MailKind.CONFIRM_EMAIL, command.newEmail(), command.device());
        transactions.outsideTenants(() -> ask(command, proven));
    }

    private User ask(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        if (command.newEmail().equals(user.email())) {
            throw new InvalidInput(InvalidInput.EMAIL, FieldProblem.NOT_ALLOWED);
        }
        mails.sendToNewAddress(user, command.newEmail(), users.findByEmail(command.newEmail()));
        Map<MailDetail, String> to =
                Map.of(MailDetail.NEW_EMAIL, command.newEmail().value());
        notices.send(MailKind.EMAIL_CHANGE_REQUESTED, user, command.device(), to);
        trail.done(AuditAction.EMAIL_CHANGE_REQUESTED, user.id(), command.device());
        return user;
    }
}
