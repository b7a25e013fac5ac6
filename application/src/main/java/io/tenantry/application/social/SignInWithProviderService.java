package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.session.SignInCompletion;
import io.tenantry.application.session.SignInCompletion.Outcome;
import io.tenantry.application.session.SignInCompletion.Wish;
import io.tenantry.application.social.ExternalUsers.Held;
import io.tenantry.application.social.ProviderVisits.Ticket;
import io.tenantry.application.social.ProviderVisits.Visitor;
import io.tenantry.application.throttle.AttemptLimits;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.IdentityTaken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.social.SignInWithProvider;
import io.tenantry.domain.throttle.ThrottleKind;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class SignInWithProviderService implements SignInWithProvider {

    private static final String BY = "provider";

    private final Transactions transactions;
    private final ProviderVisits visits;
    private final ExternalUsers externalUsers;
    private final SignInCompletion completion;
    private final AttemptLimits limits;

    SignInWithProviderService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.visits = new ProviderVisits(ports, clock);
        this.externalUsers = new ExternalUsers(ports, policies, clock, random);
        this.completion = new SignInCompletion(ports, policies, clock, random);
        this.limits = new AttemptLimits(ports, policies, clock, random);
    }

    @Override
    public SignedIn signIn(Command command) {
        limits.requireGuess(command.device());
        try {
            return settle(visits.comeBack(ticket(command), Optional.empty()), command)
                    .orThrow();
        } catch (InvalidOneTimeToken | SocialSignInFailed | AccountExists refusal) {
            limits.wrongGuess(command.device(), AuditAction.SIGN_IN, refusal.code());
            throw refusal;
        }
    }

    /** Of several who come for the first time at once, one is taken up; to the others they are known the next moment. */
    private Outcome settle(Visitor visitor, Command command) {
        if (transactions.outsideTenants(() -> externalUsers.isNewcomer(visitor.identity()))) {
            limits.requireRequest(ThrottleKind.REGISTRATION, command.device());
        }
        try {
            return transactions.acrossTenants(() -> enter(visitor, command));
        } catch (IdentityTaken meanwhile) {
            return transactions.acrossTenants(() -> enter(visitor, command));
        }
    }

    private Outcome enter(Visitor visitor, Command command) {
        Held who = externalUsers.enter(visitor, command.device());
        Wish wish = new Wish(command.tenant(), command.host(), command.kind(), command.rememberMe(), command.device());
        return completion.afterFirstFactor(who.user(), who.credential(), wish, BY);
    }

    private static Ticket ticket(Command command) {
        return new Ticket(command.state(), command.browserToken(), command.code(), command.issuer());
    }
}
