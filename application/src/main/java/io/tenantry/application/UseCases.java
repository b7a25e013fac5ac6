package io.tenantry.application;

import io.tenantry.application.admin.AdminServices;
import io.tenantry.application.apikey.ApiKeyServices;
import io.tenantry.application.audit.AuditServices;
import io.tenantry.application.credential.CredentialServices;
import io.tenantry.application.idempotency.IdempotencyServices;
import io.tenantry.application.invitation.InvitationServices;
import io.tenantry.application.machine.MachineServices;
import io.tenantry.application.mail.MailServices;
import io.tenantry.application.membership.MembershipServices;
import io.tenantry.application.mfa.MfaServices;
import io.tenantry.application.passkey.PasskeyServices;
import io.tenantry.application.session.SessionServices;
import io.tenantry.application.social.SocialServices;
import io.tenantry.application.tenant.TenantServices;
import io.tenantry.application.user.UserServices;
import io.tenantry.application.webhook.WebhookServices;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import io.tenantry.domain.audit.AuditUseCases;
import io.tenantry.domain.credential.CredentialUseCases;
import io.tenantry.domain.idempotency.IdempotencyUseCases;
import io.tenantry.domain.invitation.InvitationUseCases;
import io.tenantry.domain.machine.MachineUseCases;
import io.tenantry.domain.mail.MailUseCases;
import io.tenantry.domain.membership.MembershipUseCases;
import io.tenantry.domain.mfa.MfaUseCases;
import io.tenantry.domain.passkey.PasskeyUseCases;
import io.tenantry.domain.session.SessionUseCases;
import io.tenantry.domain.social.SocialUseCases;
import io.tenantry.domain.tenant.TenantUseCases;
import io.tenantry.domain.user.UserUseCases;
import io.tenantry.domain.webhook.WebhookUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Every use case. All of them may be called by many threads at once; none starts a thread, or keeps state but to spare a question
 * whose answer it has heard.
 */
public record UseCases(
        TenantUseCases tenants,
        MembershipUseCases memberships,
        InvitationUseCases invitations,
        UserUseCases users,
        CredentialUseCases credentials,
        SessionUseCases sessions,
        MfaUseCases mfa,
        PasskeyUseCases passkeys,
        SocialUseCases social,
        AuditUseCases audit,
        AdminUseCases admin,
        MailUseCases mail,
        ApiKeyUseCases apiKeys,
        MachineUseCases machines,
        WebhookUseCases webhooks,
        IdempotencyUseCases idempotency) {

    /**
     * Builds them all.
     *
     * @param random must be cryptographically strong ({@link java.security.SecureRandom}): tokens are made of it; and safe for
     *     use by many threads
     */
    public static UseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new UseCases(
                TenantServices.of(ports, policies, clock, random),
                MembershipServices.of(ports, clock, random),
                InvitationServices.of(ports, policies, clock, random),
                UserServices.of(ports, policies, clock, random),
                CredentialServices.of(ports, policies, clock, random),
                SessionServices.of(ports, policies, clock, random),
                MfaServices.of(ports, policies, clock, random),
                PasskeyServices.of(ports, policies, clock, random),
                SocialServices.of(ports, policies, clock, random),
                AuditServices.of(ports, policies, clock, random),
                AdminServices.of(ports, policies, clock, random),
                MailServices.of(ports, clock, random),
                ApiKeyServices.of(ports, policies, clock, random),
                MachineServices.of(ports, policies, clock, random),
                WebhookServices.of(ports, clock, random),
                IdempotencyServices.of(ports, policies, clock, random));
    }
}
