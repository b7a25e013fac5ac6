package io.tenantry.documentation;

import io.javalin.Javalin;
import io.tenantry.Tenantry;
import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.mail.MailSettings;
import io.tenantry.mail.SmtpMailSender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The Java of the README, as the compiler sees it. {@link ReadmeExamplesTest} holds the two together. */
final class Examples {

    private Examples() {}

    static SignedIn embedded(DataSource pool, MailSettings mails) {
        try (Tenantry tenantry = Tenantry.builder()
                .dataSource(pool)
                .secret(System.getenv("TENANTRY_SECRET"))
                .mailSender(new SmtpMailSender("smtps://user:password@mail.example.com", mails))
                .build()) {
            SignedIn ada = tenantry.useCases()
                    .sessions()
                    .signIn()
                    .signIn(new SignIn.Command(
                            EmailAddress.of("ada@acme.example"),
                            new Password("correct horse battery"),
                            Optional.empty(),
                            Optional.empty(),
                            SessionKind.ROTATING,
                            false,
                            Device.UNKNOWN));
            Javalin.create(tenantry.http(URI.create("https://accounts.example.com"))::mount)
                    .start(8080);
            return ada;
        }
    }

    static List<String> hostsTables(DataSource pool, MailSender mailSender, TenantId tenantId) {
        Tenantry tenantry = Tenantry.builder()
                .dataSource(pool)
                .secret(System.getenv("TENANTRY_SECRET"))
                .mailSender(mailSender)
                .tenantMigrations("classpath:db/tenants") // V1__project.sql, R__views.sql
                .build();
        List<String> names = tenantry.inTenant(
                tenantId,
                handle -> handle.select("select name from project")
                        .mapTo(String.class)
                        .list());
        return names;
    }

    static List<Mail> inMemory() {
        InMemoryTenantry tenantry = InMemoryTenantry.start();
        tenantry.useCases()
                .credentials()
                .requestPasswordReset()
                .request(new RequestPasswordReset.Command(EmailAddress.of("ada@acme.example"), Device.UNKNOWN));
        List<Mail> sent = tenantry.deliverMail();
        tenantry.clock().advance(Duration.ofMinutes(31)); // the link has expired
        return sent;
    }
}
