package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.Authorizations;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Ends visits to providers: learns who it is that comes back. */
final class ProviderVisits {

    private final Transactions transactions;
    private final Authorizations authorizations;
    private final IdentityProviders providers;
    private final InstantSource clock;

    ProviderVisits(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.authorizations = ports.authorizations();
        this.providers = ports.identityProviders();
        this.clock = clock;
    }

    /** Who came back, and from where. */
    record Visitor(ProviderName provider, ExternalIdentity identity) {}

    /** What the browser brings back. */
    record Ticket(SecretToken state, SecretToken browserToken, String code, Optional<String> issuer) {}

    /**
     * Takes the visit, once, whatever comes of it; then asks the provider, outside of transactions.
     *
     * @param linking for whom an account is to be linked; empty for a sign-in
     * @throws InvalidOneTimeToken if the visit does not serve for this
     * @throws io.tenantry.domain.failure.SocialSignInFailed if the provider refuses
     */
    Visitor comeBack(Ticket ticket, Optional<UserId> linking) {
        Authorization visit = transactions
                .outsideTenants(() -> authorizations
                        .take(ticket.state().digest())
                        .filter(kept -> kept.serves(ticket.browserToken(), linking, clock.instant())))
                .orElseThrow(InvalidOneTimeToken::new);
        return new Visitor(visit.provider(), providers.redeem(visit, ticket.code(), ticket.issuer()));
    }
}
