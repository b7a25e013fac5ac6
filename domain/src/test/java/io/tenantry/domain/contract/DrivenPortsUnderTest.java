package io.tenantry.domain.contract;

import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.session.SigningKeys;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.Users;

/** One implementation of the driven ports, all over the same storage. */
public record DrivenPortsUnderTest(
        Transactions transactions,
        Tenants tenants,
        Domains domains,
        TenantSchemas tenantSchemas,
        Users users,
        Memberships memberships,
        Credentials credentials,
        OneTimeTokens oneTimeTokens,
        Sessions sessions,
        Identities identities,
        SigningKeys signingKeys,
        Outbox outbox) {}
