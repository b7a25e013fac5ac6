package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.application.social.ProviderVisits.Visitor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.IdentityTaken;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Links accounts at providers to users, takes links away, and tells of it. Within the transaction under way. */
final class IdentityLinks {

    private final LinkedIdentities identities;
    private final IdentityProviders providers;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    IdentityLinks(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.identities = ports.linkedIdentities();
        this.providers = ports.identityProviders();
        this.notices = new AccountNotices(ports, clock, random);
        this.audit = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Links an account, and tells nobody: to who comes in by it for the first time it is no news.
     *
     * @throws IdentityTaken if it is linked already, to whomever
     */
    LinkedIdentity add(User user, Visitor visitor) {
        ExternalIdentity known = visitor.identity();
        Instant now = clock.instant();
        LinkedIdentity link = new LinkedIdentity(
                LinkedIdentityId.next(now, random),
                user.id(),
                visitor.provider(),
                known.issuer(),
                known.subject(),
                known.email().map(EmailAddress::value),
                now,
                Optional.empty());
        if (!identities.add(link)) {
            throw new IdentityTaken();
        }
        return link;
    }

    void tellLinked(User user, LinkedIdentity link, Device device) {
        tell(MailKind.IDENTITY_LINKED, AuditAction.IDENTITY_LINKED, user, link, device);
    }

    void tellUnlinked(User user, LinkedIdentity link, Device device) {
        tell(MailKind.IDENTITY_UNLINKED, AuditAction.IDENTITY_UNLINKED, user, link, device);
    }

    private void tell(MailKind notice, AuditAction action, User user, LinkedIdentity link, Device device) {
        notices.send(notice, user, device, Map.of(MailDetail.NAME, label(link.provider())));
        audit.done(action, user.id(), device, Map.of("provider", link.provider().value()));
    }

    private String label(ProviderName name) {
        return providers.all().stream()
                .filter(provider -> provider.name().equals(name))
                .map(IdentityProviders.Provider::label)
                .findFirst()
                .orElse(name.value());
    }
}
