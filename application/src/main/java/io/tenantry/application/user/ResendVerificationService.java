package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.TokenMails;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.ResendVerification;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.util.Optional;

final class ResendVerificationService implements ResendVerification {

    private final Transactions transactions;
    private final Users users;
    private final TokenMails mails;

    ResendVerificationService(DrivenPorts ports, TokenMails mails) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.mails = mails;
    }

    @Override
    public void resend(EmailAddress email) {
        transactions.outsideTenants(() -> mailTo(email));
    }

    private Optional<User> mailTo(EmailAddress email) {
        Optional<User> unverified = users.findByEmail(email).filter(user -> !user.emailVerified());
        unverified.ifPresent(user -> mails.send(TokenPurpose.VERIFY_EMAIL, user));
        return unverified;
    }
}
