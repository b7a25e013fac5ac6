package io.tenantry.application;

import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.mail.MailSender;
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

/** All that the use cases need from outside. Those that keep rows must share one store, and {@code transactions} with it. */
public record DrivenPorts(
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
        Outbox outbox,
        MailSender mailSender) {}
