package io.tenantry.application.user;

import io.tenantry.application.mail.MailRequests;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.user.ResendVerification;

final class ResendVerificationService implements ResendVerification {

    private final MailRequests requests;

    ResendVerificationService(MailRequests requests) {
        this.requests = requests;
    }

    @Override
    public void resend(Command command) {
        requests.note(MailKind.VERIFY_EMAIL, command.email());
    }
}
