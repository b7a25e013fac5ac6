package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.Authorizations;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.StartAuthorization;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class StartAuthorizationService implements StartAuthorization {

    private final Transactions transactions;
    private final Authorizations authorizations;
    private final IdentityProviders providers;
    private final Reauthentication reauthentication;
    private final AttemptLimits limits;
    private final InstantSource clock;
    private final RandomGenerator random;

    StartAuthorizationService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.authorizations = ports.authorizations();
        this.providers = ports.identityProviders();
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.limits = new AttemptLimits(ports, policies, clock, random);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Started start(Command command) {
        limits.requireGuess(command.device());
        if (command.by().isEmpty()) {
            limits.requireRequest(ThrottleKind.BEGINNING, command.device());
        }
        Optional<UserId> linking = command.by().map(by -> entitled(by, command));
        SecretToken state = SecretToken.generate(random);
        SecretToken browser = SecretToken.generate(random);
        Authorization visit = visit(command, linking, state, browser);
        URI uri = providers.authorizationUri(visit.provider(), state.value(), visit.nonce(), visit.codeVerifier());
        return transactions.outsideTenants(() -> {
            authorizations.open(visit);
            return new Started(browser, uri);
        });
    }

    /** Who may link an account: who proves once more who they are, and whose own address is theirs for sure. */
    private UserId entitled(Principal by, Command command) {
        CredentialVersion proven =
                reauthentication.require(by, command.password(), InvalidInput.PASSWORD, command.device());
        User user = transactions.outsideTenants(() -> reauthentication.requireStill(by, proven, InvalidInput.PASSWORD));
        if (!user.emailVerified()) {
            throw new EmailNotVerified();
        }
        return user.id();
    }

    /** Each of its secrets is 43 characters of base64url: as long as a code verifier must be (RFC 7636, section 4.1). */
    private Authorization visit(Command command, Optional<UserId> linking, SecretToken state, SecretToken browser) {
        return new Authorization(
                state.digest(),
                browser.digest(),
                command.provider(),
                linking,
                SecretToken.generate(random).value(),
                SecretToken.generate(random).value(),
                clock.instant().plus(Authorization.LIFETIME));
    }
}
