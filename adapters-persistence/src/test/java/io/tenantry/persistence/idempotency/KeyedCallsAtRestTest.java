package io.tenantry.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.FirstCall;
import io.tenantry.domain.idempotency.KeyedCall;
import io.tenantry.domain.idempotency.KeyedCallFixture;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.SecretRotation;
import io.tenantry.persistence.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database knows of calls with a key, and what every server must know alike. */
class KeyedCallsAtRestTest {

    private static final String ANSWER = "{\"key\":\"tk_secret\"}";

    private final PostgresForTests.Database database = PostgresForTests.migrated();
    private final PersistenceForTests persistence = PersistenceForTests.on(database, 8);
    private final PostgresPersistence ports = persistence.ports();

    @AfterEach
    void close() {
        persistence.close();
    }

    @Test
    void R6_5_2_neither_caller_key_body_nor_answer_stands_in_any_column() throws SQLException {
        KeyedCall call = kept(KeyedCallFixture.aCall()).call();

        String rows = String.join("\n", Sql.query(database.superuser(), "select t::text from tenantry.keyed_call t"));

        assertThat(rows).contains(",t,");
        for (byte[] secret : List.of(
                bytes(call.caller()),
                bytes(call.operation()),
                bytes(call.key().value()),
                bytes(ANSWER),
                bytes("tk_secret"),
                call.body().bytes(),
                TokenDigest.of(call.key().value()).bytes())) {
            assertThat(rows)
                    .doesNotContain(new String(secret, StandardCharsets.UTF_8))
                    .doesNotContain(HexFormat.of().formatHex(secret));
        }
    }

    @Test
    void two_answers_to_one_call_are_not_alike_at_rest() throws SQLException {
        Attempt attempt = kept(KeyedCallFixture.aCall());
        List<String> before = Sql.query(database.superuser(), "select kept_answer::text from tenantry.keyed_call");
        keep(attempt);

        assertThat(Sql.query(database.superuser(), "select kept_answer::text from tenantry.keyed_call"))
                .hasSize(1)
                .isNotEqualTo(before);
    }

    @Test
    void an_answer_that_was_altered_or_put_into_another_row_does_not_open() throws SQLException {
        KeyedCall one = kept(KeyedCallFixture.aCall()).call();
        KeyedCall other = kept(KeyedCallFixture.aCall()).call();

        Sql.query(
                database.superuser(),
                "create table tenantry.kept as table tenantry.keyed_call",
                "update tenantry.keyed_call c set kept_answer = k.kept_answer from tenantry.kept k"
                        + " where k.digest <> c.digest");
        assertThatThrownBy(() -> held(ports, one)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> held(ports, other)).isInstanceOf(IllegalStateException.class);

        Sql.query(
                database.superuser(),
                "update tenantry.keyed_call c set kept_answer = set_byte(k.kept_answer, 20, 0)"
                        + " from tenantry.kept k where k.digest = c.digest and get_byte(k.kept_answer, 20) <> 0");
        assertThatThrownBy(() -> held(ports, one)).isInstanceOf(IllegalStateException.class);

        Sql.query(database.superuser(), "update tenantry.keyed_call set kept_answer = '\\x01', made = true");
        assertThatThrownBy(() -> held(ports, one)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void servers_that_begin_their_first_calls_at_once_agree_on_the_secret() throws SQLException {
        KeyedCall call = KeyedCallFixture.aCall();
        try (PostgresPersistence other = another(List.of())) {
            List<CompletableFuture<Boolean>> begun = Stream.of(ports, other, ports, other)
                    .map(node -> CompletableFuture.supplyAsync(() -> begin(node, KeyedCallFixture.at(call))))
                    .toList();

            assertThat(begun.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
            assertThat(held(other, call)).isPresent();
            assertThat(held(ports, call)).isPresent();
        }
        assertThat(Sql.query(database.superuser(), "select name from tenantry.installation_secret"))
                .containsExactly("keyed calls");
    }

    @Test
    void a_secret_that_was_rolled_back_with_its_transaction_is_not_gone_on_with() {
        KeyedCall call = KeyedCallFixture.aCall();
        assertThatThrownBy(() -> ports.transactions().outsideTenants(() -> {
                    ports.keyedCalls().begin(KeyedCallFixture.at(call));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        try (PostgresPersistence other = another(List.of())) {
            assertThat(begin(other, KeyedCallFixture.at(call))).isTrue();
            assertThat(begin(ports, KeyedCallFixture.at(call))).isFalse();
        }
    }

    @Test
    void while_the_servers_secret_is_replaced_and_after_it_a_call_is_known_by_all() {
        KeyedCall call = kept(KeyedCallFixture.aCall()).call();
        EncryptionSecret next = secret("fedcba9876543210fedcba9876543210");
        EncryptionSecret old = secret("0123456789abcdef0123456789abcdef");

        try (PostgresPersistence both = another(next, List.of(old))) {
            assertThat(held(both, call).flatMap(FirstCall::answer)).contains(ANSWER);
            new SecretRotation(database.owner(), "tenantry", next, List.of(old), done -> {}).run();
        }
        try (PostgresPersistence alone = another(next, List.of())) {
            assertThat(held(alone, call).flatMap(FirstCall::answer)).contains(ANSWER);
            assertThat(begin(alone, KeyedCallFixture.at(call))).isFalse();
        }
    }

    @Test
    void nobody_waits_for_who_is_just_making_something() {
        Attempt attempt = KeyedCallFixture.at(KeyedCallFixture.aCall());
        assertThat(begin(ports, attempt)).isTrue();

        ports.keyedCalls()
                .during(
                        attempt,
                        () -> ports.transactions().outsideTenants(() -> {
                            ports.keyedCalls().made();
                            return CompletableFuture.runAsync(() -> {
                                        assertThat(held(ports, attempt.call())).isEmpty();
                                        assertThat(found(attempt.call())
                                                        .orElseThrow()
                                                        .made())
                                                .isFalse();
                                    })
                                    .orTimeout(5, TimeUnit.SECONDS)
                                    .join();
                        }));

        assertThat(held(ports, attempt.call()).orElseThrow().made()).isTrue();
    }

    private Optional<FirstCall> found(KeyedCall call) {
        return ports.transactions().outsideTenants(() -> ports.keyedCalls().find(call));
    }

    private Attempt kept(KeyedCall call) {
        Attempt attempt = KeyedCallFixture.at(call);
        assertThat(begin(ports, attempt)).isTrue();
        keep(attempt);
        return attempt;
    }

    private void keep(Attempt attempt) {
        ports.transactions().outsideTenants(() -> {
            ports.keyedCalls().keep(attempt, ANSWER);
            return attempt;
        });
    }

    private static boolean begin(PostgresPersistence node, Attempt attempt) {
        return node.transactions().outsideTenants(() -> node.keyedCalls().begin(attempt));
    }

    private static Optional<FirstCall> held(PostgresPersistence node, KeyedCall call) {
        return node.transactions().outsideTenants(() -> node.keyedCalls().hold(call));
    }

    private PostgresPersistence another(List<EncryptionSecret> previous) {
        return another(secret("0123456789abcdef0123456789abcdef"), previous);
    }

    private PostgresPersistence another(EncryptionSecret current, List<EncryptionSecret> previous) {
        return PersistenceForTests.builder(database, persistence.pool())
                .secret(current, previous)
                .open();
    }

    private static EncryptionSecret secret(String bytes) {
        return EncryptionSecret.ofBase64(Base64.getEncoder().encodeToString(bytes(bytes)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
