package io.tenantry.domain.contract;

import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.mfa.MfaChallenges;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.TotpCodes;
import io.tenantry.domain.passkey.Ceremonies;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SigningKeys;
import io.tenantry.domain.social.Authorizations;
import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.tenant.DomainClaims;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.throttle.Throttles;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.Users;

/** One implementation of the driven ports, all over the same storage. */
public record DrivenPortsUnderTest(
        Transactions transactions,
        Tenants tenants,
        Domains domains,
        DomainClaims domainClaims,
        TenantSchemas tenantSchemas,
        Users users,
        Profiles profiles,
        Memberships memberships,
        Invitations invitations,
        Credentials credentials,
        OneTimeTokens oneTimeTokens,
        Sessions sessions,
        KnownDevices knownDevices,
        Identities identities,
        SigningKeys signingKeys,
        SecondFactors secondFactors,
        TotpCodes totpCodes,
        MfaChallenges mfaChallenges,
        Passkeys passkeys,
        Ceremonies ceremonies,
        LinkedIdentities linkedIdentities,
        Authorizations authorizations,
        Throttles throttles,
        AuditEvents auditEvents,
        Directory directory,
        Outbox outbox) {}
