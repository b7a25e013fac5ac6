package io.tenantry.http.planted;

import io.tenantry.domain.credential.RequestPasswordReset;

/** Breaks the rule on purpose: use cases are the application's. */
public final class RouteThatIsAUseCase implements RequestPasswordReset {

    @Override
    public void request(Command command) {
        command.email();
    }
}
