package io.tenantry.http;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.social.IdentityProviders;

/** What the use cases need, with some of it from elsewhere. */
public final class DrivenPortsFixture {
    private DrivenPortsFixture() {}

    public static DrivenPorts with(DrivenPorts ports, WebAuthn other) {
        return with(ports, other, ports.identityProviders());
    }

    public static DrivenPorts with(DrivenPorts ports, IdentityProviders other) {
        return with(ports, ports.webAuthn(), other);
    }

    private static DrivenPorts with(DrivenPorts ports, WebAuthn webAuthn, IdentityProviders providers) {
        return new DrivenPorts(
                ports.transactions(),
                ports.tenants(),
                ports.domains(),
                ports.domainClaims(),
                ports.txtRecords(),
                ports.tenantSchemas(),
                ports.users(),
                ports.profiles(),
                ports.memberships(),
                ports.invitations(),
                ports.credentials(),
                ports.breachedPasswords(),
                ports.oneTimeTokens(),
                ports.sessions(),
                ports.knownDevices(),
                ports.identities(),
                ports.signingKeys(),
                ports.secondFactors(),
                ports.totpCodes(),
                ports.mfaChallenges(),
                ports.passkeys(),
                ports.ceremonies(),
                webAuthn,
                ports.linkedIdentities(),
                ports.authorizations(),
                providers,
                ports.throttles(),
                ports.keyedCalls(),
                ports.auditEvents(),
                ports.directory(),
                ports.outbox(),
                ports.mailSender(),
                ports.apiKeys(),
                ports.webhooks());
    }
}
