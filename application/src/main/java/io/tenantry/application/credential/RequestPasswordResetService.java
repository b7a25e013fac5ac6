package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.TokenMails;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.util.Optional;

final class RequestPasswordResetService implements RequestPasswordReset {

    private final Transactions transactions;
    private final Users users;
    private final TokenMails mails;

    RequestPasswordResetService(DrivenPorts ports, TokenMails mails) {
        this.transactions = ports.transactions();
        this.users = ports.users();
        this.mails = mails;
    }

    @Override
    public void request(EmailAddress email) {
        transactions.outsideTenants(() -> mailTo(email));
    }

    private Optional<User> mailTo(EmailAddress email) {
        Optional<User> known = users.findByEmail(email);
        known.ifPresent(user -> mails.send(TokenPurpose.RESET_PASSWORD, user));
        return known;
    }
}
