package io.tenantry.application.credential;

import io.tenantry.application.mail.MailRequests;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.mail.MailKind;

final class RequestPasswordResetService implements RequestPasswordReset {

    private final MailRequests requests;

    RequestPasswordResetService(MailRequests requests) {
        this.requests = requests;
    }

    @Override
    public void request(Command command) {
        requests.note(MailKind.RESET_PASSWORD, command.email());
    }
}
