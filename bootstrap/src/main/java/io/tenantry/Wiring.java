package io.tenantry;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.UseCases;
import io.tenantry.database.DataFolder;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.http.HttpAdapter;
import io.tenantry.mail.FileMailSender;
import io.tenantry.mail.MailSettings;
import io.tenantry.mail.SmtpMailSender;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.Migrations;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.ServerRole;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
            int bcryptCost) {
        return PostgresPersistence.on(server)
                .listenOn(Optional.ofNullable(listen).orElse(server))
                .schema(schema)
                .secret(secret, previous)
                .bcryptCost(bcryptCost)
                .open();
    }

    static UseCases useCases(
            PostgresPersistence persistence, MailSender mailSender, Policies policies, InstantSource clock) {
        return UseCases.of(drivenPorts(persistence, mailSender), policies, clock, new SecureRandom());
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
        return new HttpAdapter(
                new HttpAdapter.Ports(
                        useCases.tenants().registerTenant(),
                        useCases.users().registerUser(),
                        useCases.users().verifyEmail(),
                        useCases.users().resendVerification(),
                        useCases.credentials().requestPasswordReset(),
                        useCases.credentials().resetPassword(),
                        useCases.sessions().signIn(),
                        useCases.sessions().refreshSession(),
                        useCases.sessions().endSession(),
                        useCases.sessions().authenticate(),
                        useCases.users().whoAmI(),
                        useCases.sessions().readSigningKeys()),
                settings);
    }

    private static DrivenPorts drivenPorts(PostgresPersistence persistence, MailSender mailSender) {
        return new DrivenPorts(
                persistence.transactions(),
                persistence.tenants(),
                persistence.domains(),
                persistence.tenantSchemas(),
                persistence.users(),
                persistence.memberships(),
                persistence.credentials(),
                persistence.oneTimeTokens(),
                persistence.sessions(),
                persistence.identities(),
                persistence.signingKeys(),
                persistence.outbox(),
                mailSender);
    }
}
