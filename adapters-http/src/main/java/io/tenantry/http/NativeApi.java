package io.tenantry.http;

import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.HttpAdapter.Settings;
import io.tenantry.http.api.admin.AdminApiKeyRoutes;
import io.tenantry.http.api.admin.AdminTenantRoutes;
import io.tenantry.http.api.admin.AdminUserRoutes;
import io.tenantry.http.api.admin.InstallationRoutes;
import io.tenantry.http.api.apikey.ApiKeyRoutes;
import io.tenantry.http.api.apikey.VerifyRoutes;
import io.tenantry.http.api.audit.AuditRoutes;
import io.tenantry.http.api.credential.PasswordRoutes;
import io.tenantry.http.api.invitation.MailedInvitationRoutes;
import io.tenantry.http.api.invitation.TenantInvitationRoutes;
import io.tenantry.http.api.membership.MemberRoutes;
import io.tenantry.http.api.mfa.MfaRoutes;
import io.tenantry.http.api.passkey.MyPasskeysRoutes;
import io.tenantry.http.api.passkey.PasskeySignInRoutes;
import io.tenantry.http.api.service.HealthRoutes;
import io.tenantry.http.api.service.MetricsRoutes;
import io.tenantry.http.api.session.KeyRoutes;
import io.tenantry.http.api.session.MySessionsRoutes;
import io.tenantry.http.api.session.SecondStepRoutes;
import io.tenantry.http.api.session.SessionRoutes;
import io.tenantry.http.api.session.TenantSwitchRoutes;
import io.tenantry.http.api.social.MyIdentitiesRoutes;
import io.tenantry.http.api.social.SocialSignInRoutes;
import io.tenantry.http.api.tenant.DomainRoutes;
import io.tenantry.http.api.tenant.SlugRoutes;
import io.tenantry.http.api.tenant.TenantRoutes;
import io.tenantry.http.api.user.AvatarRoutes;
import io.tenantry.http.api.user.AvatarUrls;
import io.tenantry.http.api.user.EmailRoutes;
import io.tenantry.http.api.user.MeRoutes;
import io.tenantry.http.api.webhook.DeliveryRoutes;
import io.tenantry.http.api.webhook.WebhookRoutes;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.oauth.MetadataRoutes;
import io.tenantry.http.oauth.OAuthRoutes;

/** The routes that are no other contract's: below {@code /api/v1}, and those of the service itself. */
final class NativeApi {
    private NativeApi() {}

    static void mount(Routes routes, Ports ports, Settings settings, Shared shared) {
        // First, for the router goes through all routes in turn, and this is called far more often than any other.
        new VerifyRoutes(ports.apiKeys().verifyApiKey(), shared.caller()).mount(routes);
        mountService(routes, settings, shared);
        mountSession(routes, ports, shared);
        mountMe(routes, ports, settings, shared);
        mountPasskeys(routes, ports, shared);
        mountSocial(routes, ports, shared);
        mountTenants(routes, ports, settings, shared);
        mountInvitations(routes, ports, shared);
        mountWebhooks(routes, ports, shared);
        mountAdministration(routes, ports, settings, shared);
        mountOAuth(routes, ports, settings, shared);
    }

    private static void mountService(Routes routes, Settings settings, Shared shared) {
        new HealthRoutes(settings.notReady()).mount(routes);
        settings.metrics().ifPresent(shown -> new MetricsRoutes(shown.text(), shown.token()).mount(routes));
        new KeyRoutes(shared.keyring()).mount(routes);
    }

    private static void mountSession(Routes routes, Ports ports, Shared shared) {
        new SessionRoutes(shared.passwordSignIn(), shared.sessionCalls(), shared.cookieSessions(), shared.codec())
                .mount(routes);
        new SecondStepRoutes(ports.mfa().passSecondFactor(), shared.answers(), shared.caller()).mount(routes);
        new TenantSwitchRoutes(ports.sessions().switchTenant(), shared.answers(), shared.caller()).mount(routes);
    }

    private static void mountMe(Routes routes, Ports ports, Settings settings, Shared shared) {
        AvatarUrls avatarUrls = new AvatarUrls(settings.publicUrl());
        new MeRoutes(ports.users(), shared.cookieSessions(), avatarUrls, shared.caller()).mount(routes);
        new AvatarRoutes(ports.users(), avatarUrls).mount(routes);
        new EmailRoutes(ports.users().changeEmail(), ports.users().confirmEmail(), shared.caller()).mount(routes);
        new PasswordRoutes(ports.credentials().changePassword(), shared.caller()).mount(routes);
        new MySessionsRoutes(ports.sessions().listSessions(), shared.sessionCalls(), shared.cookieSessions())
                .mount(routes);
        new MfaRoutes(ports.mfa(), settings.publicUrl().getHost(), shared.caller()).mount(routes);
    }

    private static void mountPasskeys(Routes routes, Ports ports, Shared shared) {
        new PasskeySignInRoutes(ports.passkeys(), shared.answers(), shared.caller()).mount(routes);
        new MyPasskeysRoutes(ports.passkeys(), shared.caller()).mount(routes);
    }

    private static void mountSocial(Routes routes, Ports ports, Shared shared) {
        new SocialSignInRoutes(ports.social(), shared.answers(), shared.caller()).mount(routes);
        new MyIdentitiesRoutes(ports.social(), shared.caller()).mount(routes);
    }

    private static void mountTenants(Routes routes, Ports ports, Settings settings, Shared shared) {
        new TenantRoutes(ports.tenants(), shared.caller()).mount(routes);
        new SlugRoutes(ports.tenants().checkSlug(), shared.caller()).mount(routes);
        new DomainRoutes(ports.tenants(), shared.caller()).mount(routes);
        new MemberRoutes(ports.memberships(), shared.caller()).mount(routes);
        new AuditRoutes(ports.audit().readAudit()).mount(routes);
        new ApiKeyRoutes(ports.apiKeys(), shared.caller(), settings.clock()).mount(routes);
    }

    private static void mountInvitations(Routes routes, Ports ports, Shared shared) {
        new TenantInvitationRoutes(ports.invitations(), shared.caller()).mount(routes);
        new MailedInvitationRoutes(ports.invitations(), shared.answers(), shared.caller()).mount(routes);
    }

    private static void mountWebhooks(Routes routes, Ports ports, Shared shared) {
        new WebhookRoutes(ports.webhooks(), shared.caller()).mount(routes);
        new DeliveryRoutes(ports.webhooks()).mount(routes);
    }

    private static void mountAdministration(Routes routes, Ports ports, Settings settings, Shared shared) {
        new AdminTenantRoutes(ports.admin(), shared.caller()).mount(routes);
        new AdminUserRoutes(ports.admin(), shared.caller()).mount(routes);
        new InstallationRoutes(ports.admin(), shared.caller()).mount(routes);
        new AdminApiKeyRoutes(
                        ports.admin().searchApiKeys(), ports.admin().endApiKey(), shared.caller(), settings.clock())
                .mount(routes);
    }

    private static void mountOAuth(Routes routes, Ports ports, Settings settings, Shared shared) {
        new OAuthRoutes(ports.machines(), shared.codec(), shared.authentication(), shared.caller()).mount(routes);
        new MetadataRoutes(settings.publicUrl()).mount(routes);
    }
}
