package io.tenantry;

import io.tenantry.application.ApiKeyPorts;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.application.WebhookPorts;
import io.tenantry.database.DataFolder;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.BreachedPasswords;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.tenant.TxtRecords;
import io.tenantry.domain.webhook.WebhookSender;
import io.tenantry.http.HttpAdapter;
import io.tenantry.http.passkey.YubicoWebAuthn;
import io.tenantry.http.social.OidcProviders;
import io.tenantry.http.social.ProviderSettings;
import io.tenantry.mail.FileMailSender;
import io.tenantry.mail.MailSettings;
import io.tenantry.mail.SmtpMailSender;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.Migrations;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.ServerRole;
import io.tenantry.persistence.credential.BreachedPasswordFile;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Puts the parts together: the one place that knows which adapter stands for which port. */
final class Wiring {

    private static final String MAIL_FOLDER = "mail";

    private Wiring() {}

    static Migrations migrations(DataSource owner, String schema, DataSource server) {
        return Migrations.of(owner, schema, ServerRole.of(server, schema).name());
    }

    /** @param listen null if it is the same */
    static PostgresPersistence persistence(
            DataSource server,
            DataSource listen,
            String schema,
            EncryptionSecret secret,
            List<EncryptionSecret> previous,
            int bcryptCost,
            Consumer<AuditEvent> onAudit) {
        return PostgresPersistence.on(server)
                .listenOn(Optional.ofNullable(listen).orElse(server))
                .schema(schema)
                .secret(secret, previous)
                .bcryptCost(bcryptCost)
                .onAudit(onAudit)
                .open();
    }

    /** The ports that need no database. */
    record Others(
            MailSender mailSender,
            BreachedPasswords breachedPasswords,
            WebAuthn webAuthn,
            IdentityProviders identityProviders,
            TxtRecords txtRecords,
            WebhookSender webhookSender) {}

    static UseCases useCases(PostgresPersistence persistence, Others others, Policies policies, InstantSource clock) {
        return UseCases.of(drivenPorts(persistence, others), policies, clock, new SecureRandom());
    }

    /**
     * Passkeys are taken from the server's own pages, and from those of other front ends whose host belongs to the domain.
     *
     * @param domain that the passkeys are for (Web Authentication: the RP ID)
     */
    static WebAuthn webAuthn(URI publicUrl, String domain, Set<String> otherOrigins) {
        Set<String> origins = new HashSet<>(otherOrigins);
        origins.add(origin(publicUrl));
        return new YubicoWebAuthn(domain, domain, origins);
    }

    /** @param publicUrl below which browsers are sent back */
    static IdentityProviders identityProviders(List<ProviderSettings> providers, URI publicUrl) {
        return providers.isEmpty() ? IdentityProviders.NONE : new OidcProviders(providers, publicUrl);
    }

    static BreachedPasswords breachedPasswords(Path file) {
        return BreachedPasswordFile.open(file);
    }

    static MailSender mailSender(Configuration configuration, URI publicUrl) {
        MailSettings settings = configuration.mail().settings(publicUrl);
        return configuration
                .mail()
                .smtpUrl()
                .<MailSender>map(url -> new SmtpMailSender(url, settings))
                .orElseGet(() -> new FileMailSender(mailFolder(configuration), settings));
    }

    /** Where mails are, when there is no SMTP. */
    static Path mailFolder(Configuration configuration) {
        return DataFolder.at(configuration.data()).folder(MAIL_FOLDER);
    }

    static HttpAdapter http(UseCases useCases, HttpAdapter.Settings settings) {
        HttpAdapter.Ports ports = new HttpAdapter.Ports(
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
        return new HttpAdapter(ports, settings);
    }

    /** Scheme, host and port alone (RFC 6454, section 6.1). */
    private static String origin(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }

    private static DrivenPorts drivenPorts(PostgresPersistence persistence, Others others) {
        return new DrivenPorts(
                persistence.transactions(),
                persistence.tenants(),
                persistence.domains(),
                persistence.domainClaims(),
                others.txtRecords(),
                persistence.tenantSchemas(),
                persistence.users(),
                persistence.profiles(),
                persistence.memberships(),
                persistence.invitations(),
                persistence.credentials(),
                others.breachedPasswords(),
                persistence.oneTimeTokens(),
                persistence.sessions(),
                persistence.knownDevices(),
                persistence.identities(),
                persistence.signingKeys(),
                persistence.secondFactors(),
                persistence.totpCodes(),
                persistence.mfaChallenges(),
                persistence.passkeys().passkeys(),
                persistence.passkeys().ceremonies(),
                others.webAuthn(),
                persistence.social().linkedIdentities(),
                persistence.social().authorizations(),
                others.identityProviders(),
                persistence.throttles(),
                persistence.keyedCalls(),
                persistence.auditEvents(),
                persistence.directory(),
                persistence.outbox(),
                others.mailSender(),
                new ApiKeyPorts(
                        persistence.keys().keys(),
                        persistence.keys().known(),
                        persistence.keys().uses(),
                        persistence.keys().guesses(),
                        persistence.keys().quotaNotices(),
                        persistence.keys().revokedTokens()),
                new WebhookPorts(
                        persistence.hooks().webhooks(), persistence.hooks().deliveries(), others.webhookSender()));
    }
}
