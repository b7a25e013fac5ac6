package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.tenantry.application.Policies;
import io.tenantry.database.ExternalPostgres;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.persistence.ConnectionPools;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenantry within another program, on that program's database. */
class EmbeddingIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    static Path cluster;

    private static ExternalPostgres postgres;
    private static DataSource host;

    private final BlockingQueue<Mail> sent = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(cluster);
        postgres.execute("create role host login password 'host-password'", "create database host owner host");
        host = ConnectionPools.direct(postgres.url("host", "host-password", "host"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void a_data_source_goes_in_and_use_cases_come_out() throws InterruptedException {
        try (Tenantry tenantry = builder().build()) {
            tenantry.useCases().users().registerUser().register(user("ada@host.example"));

            assertThat(sent.poll(10, TimeUnit.SECONDS)).satisfies(mail -> {
                assertThat(mail.kind()).isEqualTo(MailKind.VERIFY_EMAIL);
                assertThat(mail.to().email()).isEqualTo(EmailAddress.of("ada@host.example"));
            });
            assertThat(tenantry.notReady()).isEmpty();
        }
    }

    @Test
    void the_host_delivers_mail_itself_if_it_wants() {
        try (Tenantry tenantry = builder().deliverMail(false).build()) {
            tenantry.useCases().users().registerUser().register(user("grace@host.example"));
            assertThat(sent).isEmpty();

            tenantry.useCases().mail().deliverMail().deliver();

            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void the_host_hears_of_what_was_committed_and_what_it_throws_breaks_nothing() {
        List<AuditAction> heard = new ArrayList<>();
        List<DeliverMail.Delivered> delivered = new CopyOnWriteArrayList<>();
        try (Tenantry tenantry = builder()
                .onAudit(event -> heard.add(event.action()))
                .onAudit(event -> {
                    throw new IllegalStateException("the host's own fault");
                })
                .onDelivery(delivered::add)
                .build()) {
            RegisterUser registerUser = tenantry.useCases().users().registerUser();
            registerUser.register(user("alan@host.example"));
            assertThatThrownBy(() -> registerUser.register(user("alan@host.example")))
                    .isInstanceOf(EmailTaken.class);
            await(() -> !delivered.isEmpty());
        }

        assertThat(heard).containsExactly(AuditAction.ACCOUNT_REGISTERED);
        assertThat(delivered).containsExactly(new DeliverMail.Delivered(1, 0, 0));
    }

    @Test
    void the_routes_are_mounted_on_the_hosts_own_javalin() throws IOException, InterruptedException {
        try (Tenantry tenantry = builder().deliverMail(false).build()) {
            Javalin javalin = Javalin.create(config -> {
                config.jetty.port = 0;
                tenantry.http(URI.create("http://localhost")).mount(config);
            });
            javalin.start();
            try {
                HttpResponse<String> keys = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://localhost:" + javalin.port() + "/.well-known/jwks.json"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(keys.statusCode()).isEqualTo(200);
                assertThat(keys.body()).contains("\"keys\"");
            } finally {
                javalin.stop();
            }
        }
    }

    @Test
    void what_is_required_is_asked_for_by_name() {
        assertThatThrownBy(() -> Tenantry.builder().build()).hasMessage("dataSource");
        assertThatThrownBy(() -> Tenantry.builder().dataSource(host).build()).hasMessage("secret");
        assertThatThrownBy(
                        () -> Tenantry.builder().dataSource(host).secret(SECRET).build())
                .hasMessage("mailSender");
        assertThatThrownBy(() -> Tenantry.builder().secret("short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_may_be_chosen_is_taken() {
        Tenantry tenantry = builder()
                .ownerDataSource(host)
                .listenDataSource(host)
                .schema("accounts")
                .previousSecret(SECRET)
                .policies(Policies.STANDARD)
                .identityProviders(IdentityProviders.NONE)
                .removeExpired(false)
                .clock(InstantSource.system())
                .build();

        tenantry.close();
        tenantry.close();

        try (Tenantry again = builder().schema("accounts").migrate(false).build()) {
            assertThat(again.useCases().sessions().readSigningKeys().read()).isNotEmpty();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private TenantryBuilder builder() {
        return Tenantry.builder().dataSource(host).secret(SECRET).bcryptCost(4).mailSender(sent::add);
    }

    private static RegisterUser.Command user(String email) {
        return new RegisterUser.Command(
                EmailAddress.of(email), PersonName.NONE, new Password("correct horse battery"), Device.UNKNOWN);
    }
}
