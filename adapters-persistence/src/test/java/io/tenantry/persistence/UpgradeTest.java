package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox.Claimed;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.encryption.Encryption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Servers of the version before are at work while the tables become those of a newer one, and for a while after. */
class UpgradeTest {

    private static final String ALL_TENANTS = "set local tenantry.scope = 'all'";
    private static final Pattern BOUND = Pattern.compile("(?<!:):([a-z]+)");

    private final PostgresForTests.Database database = PostgresForTests.empty();
    private final Instant now = TimeFixture.now();

    /** What the version before wrote, by the values that it bound. */
    private record Written(
            UserId user, SessionId session, String digest, MailId mail, SecretToken token, String email) {

        static Written anew() {
            return new Written(
                    new UserId(UUID.randomUUID()),
                    new SessionId(UUID.randomUUID()),
                    HexFormat.of()
                            .formatHex(SecretToken.generate(UniqueFixture.random())
                                    .digest()
                                    .bytes()),
                    new MailId(UUID.randomUUID()),
                    SecretToken.generate(UniqueFixture.random()),
                    UniqueFixture.word() + "@example.org");
        }

        TokenDigest tokenDigest() {
            return new TokenDigest(HexFormat.of().parseHex(digest));
        }
    }

    @Test
    void rows_of_the_version_before_mean_the_same_afterwards() throws Exception {
        migrateToVersion3();
        Written before = write(database.superuser());

        database.migrations().migrate();

        assertReadable(before);
    }

    @Test
    void the_version_before_goes_on_writing_and_what_it_writes_is_understood() throws Exception {
        migrateToVersion3();
        write(database.superuser());
        database.migrations().migrate();

        Written after = write(database.server());

        assertReadable(after);
        assertThat(Sql.query(database.superuser(), "select distinct version || state from tenantry.tenant_schema"))
                .containsExactly("4current");
    }

    @Test
    void the_version_before_leaves_new_mails_alone_and_sends_its_own_also_where_they_tell_more() throws Exception {
        database.migrations().migrate();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            Mail known = MailFixture.notice(MailKind.VERIFY_EMAIL, now);
            Stream.of(known, MailFixture.notice(MailKind.NEW_SIGN_IN, now))
                    .forEach(mail -> add(persistence.ports(), mail));

            assertThat(Sql.query(
                            database.server(),
                            "select id from tenantry.outbox_mail where status = 'pending'"
                                    + " and kind in ('verify_email', 'reset_password') for update skip locked"))
                    .containsExactly(known.id().toString());
            assertThat(Sql.query(
                            database.server(),
                            "update tenantry.outbox_mail set status = 'sent', sealed_token = null, lease_ends_at = null,"
                                    + " done_at = now() where id = '" + known.id()
                                    + "' and status != 'sent' returning 1"))
                    .hasSize(1);
        }
    }

    private void assertReadable(Written written) {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            PostgresPersistence ports = persistence.ports();
            Identity identity = ports.identities().of(written.user()).orElseThrow();
            Session session = ports.identities().session(written.session()).orElseThrow();

            assertThat(identity.profile()).isEqualTo(Profile.UNSAID);
            assertThat(identity.user())
                    .extracting(User::operator, User::emailVerified)
                    .containsExactly(false, true);
            assertThat(identity.memberships()).hasSize(1);
            assertThat(session.secondFactor()).isFalse();
            assertThat(session.isLiveAt(now)).isTrue();
            ports.transactions().outsideTenants(() -> {
                assertThat(ports.oneTimeTokens().find(written.tokenDigest()))
                        .map(OneTimeToken::user)
                        .contains(written.user());
                assertThat(ports.sessions().hold(written.tokenDigest())).isPresent();
                assertMail(ports, written);
                return true;
            });
        }
    }

    private void assertMail(PostgresPersistence ports, Written written) {
        List<Claimed> claimed = ports.outbox().claim(now, now.plusSeconds(60), 10);
        Mail mail = claimed.stream()
                .map(Claimed::mail)
                .filter(one -> one.id().equals(written.mail()))
                .findFirst()
                .orElseThrow();
        assertThat(mail.token().map(SecretToken::value))
                .contains(written.token().value());
        assertThat(mail.details()).isEmpty();
        assertThat(mail.to().locale()).isEqualTo(Locale.ENGLISH);
        assertThat(mail.to().timezone()).isEqualTo(ZoneId.of("UTC"));
    }

    private static void add(PostgresPersistence ports, Mail mail) {
        ports.transactions().outsideTenants(() -> {
            ports.outbox().add(mail);
            return true;
        });
    }

    /** The tables, the tenants' script and the roles, as the version before left them. */
    private void migrateToVersion3() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(database.owner())
                .defaultSchema("tenantry")
                .locations("classpath:db/control")
                .placeholders(Map.of("control", "\"tenantry\""))
                .target("003")
                .loggers("slf4j")
                .load()
                .migrate();
        String script = resource("/db/tenant/V001__audit_event_and_setting.sql");
        Sql.query(
                database.owner(),
                "insert into tenantry.tenant_script values (1, 'V001__audit_event_and_setting.sql',"
                        + " encode(sha256(convert_to($s$" + script + "$s$, 'UTF8')), 'hex'), $s$" + script + "$s$)",
                "insert into tenantry.server_role values ('" + PostgresForTests.SERVER + "')");
    }

    private Written write(DataSource as) throws SQLException, IOException {
        Written written = Written.anew();
        for (String statement : statements(written)) {
            Sql.query(as, ALL_TENANTS, statement);
        }
        return written;
    }

    private List<String> statements(Written written) throws IOException {
        String slug = "acme-" + UniqueFixture.word();
        Encryption encryption = new Encryption(PersistenceForTests.SECRET.key(), List.of());
        byte[] sealed = encryption.seal(
                written.token().value().getBytes(StandardCharsets.UTF_8), "outbox_mail " + written.mail());
        Map<String, String> values = Map.of(
                "tenant", UUID.randomUUID().toString(),
                "slug", slug,
                "schema", "tenant_" + slug.replace('-', '_'),
                "user", written.user().toString(),
                "session", written.session().toString(),
                "digest", written.digest(),
                "mail", written.mail().toString(),
                "email", written.email(),
                "sealed", HexFormat.of().formatHex(sealed),
                "now", now.toString());
        String statements = BOUND.matcher(resource("version_003.sql").replaceAll("(?m)^--.*$", ""))
                .replaceAll(name -> Matcher.quoteReplacement("'" + values.get(name.group(1)) + "'"));
        return Pattern.compile(";\\s+").splitAsStream(statements).toList();
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = UpgradeTest.class.getResourceAsStream(path)) {
            return new String(Optional.ofNullable(file).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
