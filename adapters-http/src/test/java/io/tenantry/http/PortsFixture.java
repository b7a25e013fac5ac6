package io.tenantry.http;

import io.tenantry.application.UseCases;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import io.tenantry.domain.apikey.AuthenticateApiKey;
import io.tenantry.domain.apikey.CountApiKeyCall;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.audit.AuditUseCases;
import io.tenantry.domain.audit.RecordRefusal;
import io.tenantry.domain.machine.AuthenticateMachine;
import io.tenantry.domain.machine.MachineUseCases;
import io.tenantry.domain.session.SessionUseCases;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantUseCases;
import io.tenantry.http.HttpAdapter.Ports;

/** The use cases of a core, or some of another's making in their place. */
public final class PortsFixture {
    private PortsFixture() {}

    static Ports of(UseCases useCases) {
        return new Ports(
                useCases.tenants(),
                useCases.memberships(),
                useCases.invitations(),
                useCases.users(),
                useCases.credentials(),
                useCases.sessions(),
                useCases.mfa(),
                useCases.passkeys(),
                useCases.social(),
                useCases.audit(),
                useCases.admin(),
                useCases.apiKeys(),
                useCases.machines(),
                useCases.webhooks(),
                useCases.idempotency());
    }

    public static Ports withSignIn(Ports ports, SignIn other) {
        SessionUseCases sessions = ports.sessions();
        return new Ports(
                ports.tenants(),
                ports.memberships(),
                ports.invitations(),
                ports.users(),
                ports.credentials(),
                new SessionUseCases(
                        other,
                        sessions.refreshSession(),
                        sessions.endSession(),
                        sessions.listSessions(),
                        sessions.switchTenant(),
                        sessions.authenticate(),
                        sessions.readSigningKeys(),
                        sessions.rotateSigningKeys()),
                ports.mfa(),
                ports.passkeys(),
                ports.social(),
                ports.audit(),
                ports.admin(),
                ports.apiKeys(),
                ports.machines(),
                ports.webhooks(),
                ports.idempotency());
    }

    public static Ports withRegisterTenant(Ports ports, RegisterTenant other) {
        TenantUseCases tenants = ports.tenants();
        return new Ports(
                new TenantUseCases(
                        other,
                        tenants.createTenant(),
                        tenants.listOwnTenants(),
                        tenants.readTenant(),
                        tenants.changeTenant(),
                        tenants.closeTenant(),
                        tenants.checkSlug(),
                        tenants.listDomains(),
                        tenants.claimDomain(),
                        tenants.confirmDomain(),
                        tenants.removeDomain(),
                        tenants.changeTenantStatus(),
                        tenants.listTenants(),
                        tenants.removeTenants()),
                ports.memberships(),
                ports.invitations(),
                ports.users(),
                ports.credentials(),
                ports.sessions(),
                ports.mfa(),
                ports.passkeys(),
                ports.social(),
                ports.audit(),
                ports.admin(),
                ports.apiKeys(),
                ports.machines(),
                ports.webhooks(),
                ports.idempotency());
    }

    public static Ports withRecordRefusal(Ports ports, RecordRefusal other) {
        return new Ports(
                ports.tenants(),
                ports.memberships(),
                ports.invitations(),
                ports.users(),
                ports.credentials(),
                ports.sessions(),
                ports.mfa(),
                ports.passkeys(),
                ports.social(),
                new AuditUseCases(
                        other,
                        ports.audit().removeExpired(),
                        ports.audit().readAudit(),
                        ports.audit().verifyAudit(),
                        ports.audit().recordOperation()),
                ports.admin(),
                ports.apiKeys(),
                ports.machines(),
                ports.webhooks(),
                ports.idempotency());
    }

    public static Ports withKeys(Ports ports, AuthenticateApiKey authenticate, CountApiKeyCall count) {
        ApiKeyUseCases keys = ports.apiKeys();
        return withApiKeys(
                ports,
                new ApiKeyUseCases(
                        keys.issueApiKey(),
                        keys.listApiKeys(),
                        keys.readApiKey(),
                        keys.renameApiKey(),
                        keys.rotateApiKey(),
                        keys.revokeApiKey(),
                        keys.readApiKeyUsage(),
                        keys.verifyApiKey(),
                        authenticate,
                        count,
                        keys.writeApiKeyUse()));
    }

    public static Ports withVerify(Ports ports, VerifyApiKey other) {
        ApiKeyUseCases keys = ports.apiKeys();
        return withApiKeys(
                ports,
                new ApiKeyUseCases(
                        keys.issueApiKey(),
                        keys.listApiKeys(),
                        keys.readApiKey(),
                        keys.renameApiKey(),
                        keys.rotateApiKey(),
                        keys.revokeApiKey(),
                        keys.readApiKeyUsage(),
                        other,
                        keys.authenticateApiKey(),
                        keys.countApiKeyCall(),
                        keys.writeApiKeyUse()));
    }

    public static Ports withApiKeys(Ports ports, ApiKeyUseCases other) {
        return with(ports, ports.admin(), other, ports.machines());
    }

    public static Ports withMachine(Ports ports, AuthenticateMachine other) {
        MachineUseCases machines = ports.machines();
        return withMachines(
                ports,
                new MachineUseCases(
                        machines.issueMachineToken(),
                        other,
                        machines.inspectMachineToken(),
                        machines.revokeMachineToken()));
    }

    public static Ports withMachines(Ports ports, MachineUseCases other) {
        return with(ports, ports.admin(), ports.apiKeys(), other);
    }

    public static Ports withAdmin(Ports ports, AdminUseCases other) {
        return with(ports, other, ports.apiKeys(), ports.machines());
    }

    private static Ports with(Ports ports, AdminUseCases admin, ApiKeyUseCases apiKeys, MachineUseCases machines) {
        return new Ports(
                ports.tenants(),
                ports.memberships(),
                ports.invitations(),
                ports.users(),
                ports.credentials(),
                ports.sessions(),
                ports.mfa(),
                ports.passkeys(),
                ports.social(),
                ports.audit(),
                admin,
                apiKeys,
                machines,
                ports.webhooks(),
                ports.idempotency());
    }
}
