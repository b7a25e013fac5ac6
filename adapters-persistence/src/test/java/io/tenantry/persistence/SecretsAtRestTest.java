package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeyFixture;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever reads the whole database learns no secret. */
class SecretsAtRestTest {

    private final PostgresForTests.Database database = PostgresForTests.migrated();
    private final PersistenceForTests persistence = PersistenceForTests.on(database, 2);
    private final PostgresPersistence ports = persistence.ports();

    @AfterEach
    void close() {
        persistence.close();
    }

    @Test
    void R6_5_2_no_password_token_or_private_key_stands_in_any_column() throws SQLException {
        String password = "correct horse battery";
        SecretToken oneTime = OneTimeTokenFixture.aSecret();
        RefreshToken refresh = SessionFixture.aRefreshToken();
        Mail mail = MailFixture.aMail();
        SigningKey key = SigningKeyFixture.aKey();
        store(password, oneTime, refresh, mail, key);

        String dump = dump();

        assertThat(dump).contains(mail.to().email().value(), key.id());
        assertAbsent(dump, password.getBytes(StandardCharsets.UTF_8));
        for (String token : List.of(
                oneTime.value(), refresh.value(), mail.token().orElseThrow().value())) {
            assertAbsent(dump, token.getBytes(StandardCharsets.UTF_8));
            assertAbsent(dump, Base64.getUrlDecoder().decode(token));
        }
        byte[] privateKey = key.pair().getPrivate().getEncoded();
        assertAbsent(dump, privateKey);
        // Beyond its head, which all keys share.
        assertAbsent(dump, Arrays.copyOfRange(privateKey, 300, 340));
    }

    @Test
    void R6_5_2_no_secret_of_a_second_factor_passkey_or_visit_stands_in_any_column() throws SQLException {
        TotpSecret generator = TotpSecret.generate(UniqueFixture.random());
        RecoveryCode recovery = RecoveryCode.generate(UniqueFixture.random());
        List<SecretToken> tokens =
                Stream.generate(OneTimeTokenFixture::aSecret).limit(6).toList();
        User user = store(generator, recovery, tokens);

        String dump = dump();

        assertThat(dump.split(user.id().toString(), -1)).as("rows of the user").hasSizeGreaterThan(5);
        assertAbsent(dump, generator.bytes());
        assertAbsent(dump, generator.base32().getBytes(StandardCharsets.UTF_8));
        assertAbsent(dump, recovery.value().getBytes(StandardCharsets.UTF_8));
        assertAbsent(dump, recovery.value().replace("-", "").getBytes(StandardCharsets.UTF_8));
        for (SecretToken token : tokens) {
            assertAbsent(dump, token.value().getBytes(StandardCharsets.UTF_8));
            assertAbsent(dump, Base64.getUrlDecoder().decode(token.value()));
        }
    }

    @Test
    void R6_5_2_of_an_api_key_and_of_the_one_before_the_digest_alone_stands_in_any_column() throws SQLException {
        Registration registration = Registration.by(ports);
        ApiKeyId id = ApiKeyId.next(Instant.now(), UniqueFixture.random());
        List<ApiKeySecret> secrets = Stream.generate(() -> ApiKeySecret.generate(id, UniqueFixture.random()))
                .limit(2)
                .toList();
        ports.transactions().inTenant(registration.tenant().id(), () -> {
            ports.keys().keys().add(aKey(secrets, registration));
            return id;
        });

        String dump = dump();

        for (ApiKeySecret secret : secrets) {
            assertThat(dump).contains(HexFormat.of().formatHex(secret.digest().bytes()));
            assertAbsent(dump, secret.value().getBytes(StandardCharsets.UTF_8));
            // What is secret of it, without the checksum behind.
            String random = secret.value()
                    .substring(id.prefix().length() + 1, secret.value().length() - 6);
            assertAbsent(dump, random.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void R6_5_2_what_a_mail_tells_and_whose_guesses_are_counted_stands_in_no_column() throws SQLException {
        Mail notice = MailFixture.notice(MailKind.EMAIL_CHANGED, Instant.now());
        EmailAddress guessed = UserFixture.anAddress();
        ThrottleKey key = ThrottleKey.account(guessed, Optional.empty());
        ports.transactions().outsideTenants(() -> {
            ports.outbox().add(notice);
            ports.throttles().hold(key, Instant.now());
            return true;
        });

        String dump = dump();

        assertThat(dump)
                .contains(
                        notice.to().email().value(),
                        HexFormat.of().formatHex(key.digest().bytes()));
        for (MailDetail detail : List.of(MailDetail.NEW_EMAIL, MailDetail.ADDRESS, MailDetail.NAME)) {
            assertAbsent(dump, notice.details().get(detail).getBytes(StandardCharsets.UTF_8));
        }
        assertAbsent(dump, guessed.value().getBytes(StandardCharsets.UTF_8));
        assertAbsent(dump, guessed.canonical().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keys_and_mails_of_a_previous_secret_are_still_read_and_those_of_an_unknown_one_are_not() {
        SigningKey key = SigningKeyFixture.aKey();
        Mail mail = MailFixture.aMail();
        store("correct horse battery", OneTimeTokenFixture.aSecret(), SessionFixture.aRefreshToken(), mail, key);
        EncryptionSecret next = secret("fedcba9876543210fedcba9876543210");

        try (PostgresPersistence rotated = PersistenceForTests.builder(database, persistence.pool())
                        .secret(next, List.of(PersistenceForTests.SECRET))
                        .open();
                PostgresPersistence forgetful = PersistenceForTests.builder(database, persistence.pool())
                        .secret(next, List.of())
                        .open()) {
            assertThat(keysOf(rotated)).extracting(SigningKey::id).containsExactly(key.id());
            assertThatThrownBy(() -> keysOf(forgetful))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(key.id());
            assertThat(mailsOf(forgetful, mail.createdAt())).isEmpty();
            assertThat(mailsOf(rotated, mail.createdAt().plusSeconds(120))).hasSize(1);
        }
    }

    @Test
    void no_signing_key_that_was_written_behind_the_servers_back_is_believed() throws SQLException {
        SigningKey key = SigningKeyFixture.aKey();
        ports.transactions().outsideTenants(() -> {
            ports.signingKeys().addFirst(key);
            return key;
        });
        byte[] anothers = SigningKeyFixture.aKey().pair().getPublic().getEncoded();
        List<String> columns = Sql.query(
                database.superuser(),
                "select column_name from information_schema.columns where table_name = 'signing_key'"
                        + " and data_type = 'bytea'");
        assertThat(columns).contains("sealed_private_key");

        for (String column : columns) {
            Sql.query(
                    database.superuser(),
                    "create table tenantry.kept as table tenantry.signing_key",
                    "update tenantry.signing_key set " + column + " = '\\x"
                            + HexFormat.of().formatHex(anothers) + "'");

            assertThatThrownBy(() -> keysOf(ports)).as(column).isInstanceOf(IllegalStateException.class);

            Sql.query(
                    database.superuser(),
                    "delete from tenantry.signing_key",
                    "insert into tenantry.signing_key table tenantry.kept",
                    "drop table tenantry.kept");
        }
        assertThat(keysOf(ports).get(0).pair().getPublic()).isEqualTo(key.pair().getPublic());
    }

    private void store(String password, SecretToken oneTime, RefreshToken refresh, Mail mail, SigningKey key) {
        User user = UserFixture.aUser();
        Session session = SessionFixture.rotating(user.id());
        SealedPassword sealed = ports.credentials().seal(new Password(password));
        ports.transactions().outsideTenants(() -> {
            ports.users().add(user);
            ports.credentials().store(user.id(), sealed);
            ports.sessions().open(session);
            ports.sessions().issue(refresh.digest(), session.id(), Optional.empty(), session.createdAt());
            ports.oneTimeTokens()
                    .replace(OneTimeToken.issue(
                            oneTime, TokenPurpose.RESET_PASSWORD, user, new CredentialVersion(1), session.createdAt()));
            ports.outbox().add(mail);
            ports.signingKeys().addFirst(key);
            return true;
        });
    }

    private User store(TotpSecret generator, RecoveryCode recovery, List<SecretToken> tokens) {
        User user = UserFixture.aUser();
        Instant now = user.createdAt();
        ports.transactions().outsideTenants(() -> {
            ports.users().add(user);
            ports.secondFactors().store(TotpEnrolment.begin(user.id(), generator, now));
            ports.secondFactors().replaceRecoveryCodes(user.id(), List.of(recovery.digest()), now);
            ports.mfaChallenges().open(challenge(tokens.get(0), user));
            ports.passkeys()
                    .ceremonies()
                    .open(new Ceremony(
                            tokens.get(1).digest(), Ceremony.Purpose.SIGN_IN, Optional.of(user.id()), "{}", now));
            ports.social().authorizations().open(visit(tokens.subList(2, 6), user));
            return true;
        });
        return user;
    }

    /** With the one secret before the other. */
    private static ApiKey aKey(List<ApiKeySecret> secrets, Registration registration) {
        Instant now = Instant.now();
        return ApiKey.issued(
                        secrets.get(0),
                        registration.tenant().id(),
                        new ApiKeyName("Of secrets"),
                        Scopes.NONE,
                        registration.owner().id(),
                        now,
                        Optional.empty())
                .rotated(secrets.get(1), Duration.ofHours(1), now);
    }

    private static MfaChallenge challenge(SecretToken token, User user) {
        return new MfaChallenge(
                token.digest(),
                user.id(),
                new CredentialVersion(1),
                SessionKind.ROTATING,
                Optional.empty(),
                false,
                MfaChallenge.TRIES,
                user.createdAt());
    }

    private static Authorization visit(List<SecretToken> secrets, User user) {
        return new Authorization(
                secrets.get(0).digest(),
                secrets.get(1).digest(),
                new ProviderName("google"),
                Optional.of(user.id()),
                secrets.get(2).value(),
                secrets.get(3).value(),
                user.createdAt());
    }

    /** Every row of every table, bytes in hexadecimal. */
    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        for (String table : Sql.query(
                database.superuser(), "select tablename from pg_tables where schemaname = 'tenantry' order by 1")) {
            Sql.query(database.superuser(), "select t::text from tenantry." + table + " t")
                    .forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString();
    }

    private static void assertAbsent(String dump, byte[] secret) {
        assertThat(dump).doesNotContain(new String(secret, StandardCharsets.UTF_8));
        assertThat(dump).doesNotContain(HexFormat.of().formatHex(secret));
        assertThat(dump).doesNotContain(Base64.getEncoder().encodeToString(secret));
        assertThat(dump).doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private static EncryptionSecret secret(String bytes) {
        return EncryptionSecret.ofBase64(Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<SigningKey> keysOf(PostgresPersistence node) {
        return node.transactions().outsideTenants(() -> node.signingKeys().all());
    }

    private static List<?> mailsOf(PostgresPersistence node, Instant at) {
        return node.transactions().outsideTenants(() -> node.outbox().claim(at, at.plusSeconds(60), 10));
    }
}
