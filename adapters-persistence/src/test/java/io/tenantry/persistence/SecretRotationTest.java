package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.idempotency.KeyedCallFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox.Claimed;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeyFixture;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.persistence.encryption.Resealing.Done;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretRotationTest {

    private static final EncryptionSecret OLD = PersistenceForTests.SECRET;
    private static final EncryptionSecret NEW = secret("fedcba9876543210fedcba9876543210");
    private static final EncryptionSecret FOREIGN = secret("ffffffffffffffffffffffffffffffff");

    private final PostgresForTests.Database database = PostgresForTests.migrated();
    private final PersistenceForTests persistence = PersistenceForTests.on(database, 4);

    @AfterEach
    void close() {
        persistence.close();
    }

    /** One of each sort. */
    private record Kept(
            SigningKey key, User user, TotpSecret totp, Mail link, Mail notice, SecretToken state, String nonce) {}

    @Test
    void whatever_was_encrypted_opens_by_the_new_secret_alone() {
        Kept kept = keep(persistence.ports());

        Done done = rotate(NEW, List.of(OLD));

        assertThat(done.sealed()).isEqualTo(9);
        assertThat(done.unopened()).isEmpty();
        assertThat(done.left()).isZero();
        assertOpens(kept, NEW);
    }

    @Test
    void run_again_it_finds_nothing_to_do() {
        keep(persistence.ports());
        rotate(NEW, List.of(OLD));

        assertThat(rotate(NEW, List.of(OLD))).isEqualTo(new Done(0, List.of(), 0));
        assertThat(rotate(NEW, List.of())).isEqualTo(new Done(0, List.of(), 0));
    }

    @Test
    void stopped_in_the_middle_nothing_is_lost_and_the_next_run_does_the_rest() {
        Kept kept = keep(persistence.ports());

        assertThatThrownBy(() -> rotate(NEW, List.of(OLD), done -> {
                    if (done >= 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertOpens(kept, NEW, OLD);

        assertThat(rotate(NEW, List.of(OLD)).sealed()).isEqualTo(7);
        assertOpens(kept, NEW);
    }

    @Test
    void more_than_a_batch_is_done_and_its_progress_is_told() {
        List<User> users = Stream.generate(UserFixture::aUser).limit(450).toList();
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());
        persistence.ports().transactions().outsideTenants(() -> {
            users.forEach(user -> {
                persistence.ports().users().add(user);
                persistence.ports().secondFactors().store(TotpEnrolment.begin(user.id(), secret, user.createdAt()));
            });
            return users;
        });
        List<Long> told = new ArrayList<>();

        assertThat(rotate(NEW, List.of(OLD), told::add).sealed()).isEqualTo(450);

        assertThat(told).contains(200L, 400L, 450L).isSorted();
    }

    @Test
    void what_a_server_changes_meanwhile_stays_changed() throws Exception {
        Kept kept = keep(persistence.ports());
        TotpSecret another = TotpSecret.generate(UniqueFixture.random());

        try (PostgresPersistence both = node(NEW, OLD);
                Connection held = database.owner().getConnection();
                Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("select from tenantry.totp for update");
            Thread change = new Thread(() -> both.transactions().outsideTenants(() -> {
                both.secondFactors()
                        .store(TotpEnrolment.begin(
                                kept.user().id(), another, kept.user().createdAt()));
                return true;
            }));
            change.start();
            Thread rotation = new Thread(() -> rotate(NEW, List.of(OLD)));
            rotation.start();
            Poll.until(() -> waiting() == 2);
            held.rollback();
            change.join();
            rotation.join();
        }

        try (PostgresPersistence node = node(NEW)) {
            assertThat(totp(node, kept.user())).isEqualTo(another.base32());
        }
    }

    @Test
    void what_neither_secret_opens_is_named_and_all_else_is_done() throws SQLException {
        Kept kept = keep(persistence.ports());
        User stranger = UserFixture.aUser();
        try (PostgresPersistence foreign = node(FOREIGN)) {
            foreign.transactions().outsideTenants(() -> {
                foreign.users().add(stranger);
                foreign.secondFactors().store(TotpEnrolment.begin(stranger.id(), kept.totp(), stranger.createdAt()));
                return true;
            });
        }

        Done done = rotate(NEW, List.of(OLD));

        assertThat(done.unopened()).containsExactly("totp " + stranger.id());
        assertThat(done.left()).isZero();
        assertOpens(kept, NEW);
    }

    @Test
    void every_column_that_holds_what_is_sealed_is_known() throws SQLException {
        keep(persistence.ports());
        List<String> marks = Sql.query(
                database.superuser(),
                "select format('select distinct encode(substr(%I, 1, 5), ''hex'') from tenantry.%I where %I is not null',"
                        + " column_name, table_name, column_name) from information_schema.columns"
                        + " where table_schema = 'tenantry' and column_name like '%sealed%'");
        assertThat(marks).hasSize(9);

        rotate(NEW, List.of(OLD));

        Set<String> found = new HashSet<>();
        for (String mark : marks) {
            List<String> inColumn = Sql.query(database.superuser(), mark);
            assertThat(inColumn).as("the test keeps one: " + mark).hasSize(1);
            found.addAll(inColumn);
        }
        assertThat(found).as("by one secret").hasSize(1);
    }

    private long waiting() {
        try {
            return Long.parseLong(Sql.query(
                            database.superuser(),
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                    .get(0));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Done rotate(EncryptionSecret current, List<EncryptionSecret> previous) {
        return rotate(current, previous, done -> {});
    }

    private Done rotate(EncryptionSecret current, List<EncryptionSecret> previous, LongConsumer onProgress) {
        return new SecretRotation(database.owner(), "tenantry", current, previous, onProgress).run();
    }

    private PostgresPersistence node(EncryptionSecret current, EncryptionSecret... previous) {
        return PersistenceForTests.builder(database, persistence.pool())
                .secret(current, List.of(previous))
                .open();
    }

    private static Kept keep(PostgresPersistence ports) {
        User user = UserFixture.aUser();
        Instant now = user.createdAt();
        SecretToken state = OneTimeTokenFixture.aSecret();
        Kept kept = new Kept(
                SigningKeyFixture.aKey(),
                user,
                TotpSecret.generate(UniqueFixture.random()),
                MailFixture.aMail(),
                MailFixture.notice(MailKind.NEW_SIGN_IN, now),
                state,
                UniqueFixture.word());
        ports.transactions().outsideTenants(() -> {
            ports.signingKeys().addFirst(kept.key());
            ports.keyedCalls().begin(KeyedCallFixture.at(KeyedCallFixture.aCall()));
            ports.users().add(user);
            ports.secondFactors().store(TotpEnrolment.begin(user.id(), kept.totp(), now));
            ports.outbox().add(kept.link());
            ports.outbox().add(kept.notice());
            ports.social().authorizations().open(visit(kept, now));
            return true;
        });
        keepWebhook(ports, now);
        return kept;
    }

    /** With both of its secrets. */
    private static void keepWebhook(PostgresPersistence ports, Instant now) {
        ports.transactions().acrossTenants(() -> {
            TenantId tenant = ports.tenants()
                    .add(TenantFixture.aNewTenant())
                    .orElseThrow()
                    .id();
            Webhook webhook = WebhookFixture.of(tenant, EventChoice.ALL);
            ports.hooks().webhooks().add(webhook, WebhookFixture.aSecret());
            ports.hooks().webhooks().renew(webhook.renewed(now), WebhookFixture.aSecret());
            return webhook;
        });
    }

    private static Authorization visit(Kept kept, Instant expiresAt) {
        TokenDigest browser = OneTimeTokenFixture.aSecret().digest();
        return new Authorization(
                kept.state().digest(),
                browser,
                new ProviderName("google"),
                Optional.empty(),
                kept.nonce(),
                "verifier of " + kept.nonce(),
                expiresAt);
    }

    private void assertOpens(Kept kept, EncryptionSecret current, EncryptionSecret... previous) {
        try (PostgresPersistence node = node(current, previous)) {
            assertThat(totp(node, kept.user())).isEqualTo(kept.totp().base32());
            assertThatThrownBy(() -> node.transactions().outsideTenants(() -> {
                        assertThat(node.signingKeys().all())
                                .extracting(SigningKey::id)
                                .contains(kept.key().id());
                        Authorization visit = node.social()
                                .authorizations()
                                .take(kept.state().digest())
                                .orElseThrow();
                        assertThat(visit.nonce() + visit.codeVerifier())
                                .isEqualTo(kept.nonce() + "verifier of " + kept.nonce());
                        Instant later = kept.link().createdAt().plusSeconds(600);
                        assertThat(node.outbox().claim(later, later.plusSeconds(60), 10))
                                .extracting(Claimed::mail)
                                .extracting(mail -> mail.token().map(SecretToken::value), Mail::details)
                                .contains(
                                        tuple(
                                                kept.link().token().map(SecretToken::value),
                                                kept.link().details()),
                                        tuple(Optional.empty(), kept.notice().details()));
                        throw new IllegalStateException("looked at alone");
                    }))
                    .hasMessage("looked at alone");
        }
    }

    private static String totp(PostgresPersistence node, User user) {
        return node.transactions()
                .outsideTenants(() -> node.secondFactors().totp(user.id()))
                .orElseThrow()
                .secret()
                .base32();
    }

    private static EncryptionSecret secret(String bytes) {
        return EncryptionSecret.ofBase64(Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII)));
    }
}
