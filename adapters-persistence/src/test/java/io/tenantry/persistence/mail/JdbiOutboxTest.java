package io.tenantry.persistence.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes with one outbox. */
class JdbiOutboxTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private final Instant now = TimeFixture.now();
    private final Instant afterLease = now.plus(LEASE).plusSeconds(1);
    private final Mail mail = MailFixture.createdAt(now);
    private PersistenceForTests late;
    private PersistenceForTests prompt;

    @BeforeEach
    void lateLosesItsLeaseToPrompt() throws SQLException {
        Sql.query(DATABASE.superuser(), "delete from tenantry.outbox_mail");
        late = PersistenceForTests.on(DATABASE, 2);
        prompt = PersistenceForTests.on(DATABASE, 2);
        run(late, outbox -> outbox.add(mail));
        assertThat(claim(late, now)).hasSize(1);
        assertThat(claim(prompt, afterLease)).hasSize(1);
    }

    @AfterEach
    void close() {
        late.close();
        prompt.close();
    }

    @Test
    void who_lost_the_lease_cannot_make_the_mail_due_while_another_sends_it() {
        run(late, outbox -> outbox.postpone(mail.id(), afterLease, "too late"));

        assertThat(claim(late, afterLease)).isEmpty();
    }

    @Test
    void who_lost_the_lease_cannot_give_up_what_another_sends() throws SQLException {
        run(late, outbox -> outbox.giveUp(mail.id(), afterLease, "too late"));

        assertThat(status()).isEqualTo("pending");
        run(prompt, outbox -> outbox.postpone(mail.id(), afterLease.plusSeconds(5), "not now"));
        assertThat(claim(prompt, afterLease.plusSeconds(5))).hasSize(1);
    }

    @Test
    void a_mail_that_was_sent_late_is_sent_and_what_others_say_of_it_changes_nothing() throws SQLException {
        run(late, outbox -> outbox.sent(mail.id(), afterLease));

        run(prompt, outbox -> outbox.postpone(mail.id(), afterLease, "not now"));
        run(prompt, outbox -> outbox.giveUp(mail.id(), afterLease, "never"));

        assertThat(status()).isEqualTo("sent");
        assertThat(claim(prompt, afterLease.plus(LEASE.multipliedBy(9)))).isEmpty();
    }

    @Test
    void a_mail_that_was_sent_after_another_gave_it_up_is_sent() throws SQLException {
        run(prompt, outbox -> outbox.giveUp(mail.id(), afterLease, "never"));
        assertThat(status()).isEqualTo("given_up");

        run(late, outbox -> outbox.sent(mail.id(), afterLease));

        assertThat(status()).isEqualTo("sent");
    }

    @Test
    void R6_5_2_the_secret_is_erased_once_the_mail_is_sent_or_given_up() throws SQLException {
        Mail other = MailFixture.createdAt(now);
        run(prompt, outbox -> outbox.add(other));
        String kept = "select count(*) from tenantry.outbox_mail where sealed_token is not null";
        assertThat(Sql.value(DATABASE.superuser(), kept)).isEqualTo("2");

        run(prompt, outbox -> outbox.sent(mail.id(), afterLease));
        assertThat(Sql.value(DATABASE.superuser(), kept)).isEqualTo("1");

        run(prompt, outbox -> outbox.giveUp(other.id(), afterLease, "never"));
        assertThat(Sql.value(DATABASE.superuser(), kept)).isEqualTo("0");
    }

    @Test
    void R6_5_2_what_a_mail_tells_is_erased_once_it_is_sent_or_given_up() throws SQLException {
        String kept = "select count(*) from tenantry.outbox_mail where sealed_details is not null";
        for (MailKind kind : List.of(MailKind.NEW_SIGN_IN, MailKind.VERIFY_EMAIL)) {
            Mail sent = MailFixture.notice(kind, now);
            Mail givenUp = MailFixture.notice(kind, now);
            run(prompt, outbox -> outbox.add(sent));
            run(prompt, outbox -> outbox.add(givenUp));
            assertThat(Sql.value(DATABASE.superuser(), kept)).isEqualTo("2");

            run(prompt, outbox -> outbox.sent(sent.id(), afterLease));
            run(prompt, outbox -> outbox.giveUp(givenUp.id(), afterLease, "never"));

            assertThat(Sql.value(DATABASE.superuser(), kept)).isEqualTo("0");
        }
    }

    @Test
    void what_one_mail_tells_cannot_be_put_into_another() throws SQLException {
        Mail one = MailFixture.notice(MailKind.EMAIL_CHANGED, now);
        Mail other = MailFixture.notice(MailKind.EMAIL_CHANGED, now);
        run(prompt, outbox -> outbox.add(one));
        run(prompt, outbox -> outbox.add(other));
        Sql.query(
                DATABASE.superuser(),
                "update tenantry.outbox_mail set sealed_details = (select sealed_details from tenantry.outbox_mail"
                        + " where id = '" + one.id() + "') where id = '" + other.id() + "'");

        assertThat(claim(prompt, now))
                .extracting(claimed -> claimed.mail().id())
                .contains(one.id())
                .doesNotContain(other.id());
    }

    @Test
    void a_detail_that_only_a_newer_version_knows_is_passed_over() {
        byte[] bytes = MailDetails.write(Map.of(MailDetail.ADDRESS, "203.0.113.7"));
        byte[] newer = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("ADDRESS", "WEATHER")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MailDetails.read(bytes)).isEqualTo(Map.of(MailDetail.ADDRESS, "203.0.113.7"));
        assertThat(MailDetails.read(newer)).isEmpty();
        assertThatThrownBy(() -> MailDetails.read(new byte[] {0, 9, 'x'})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_last_mail_to_a_deleted_account_leaves_no_row_once_it_is_sent() throws SQLException {
        Mail last = MailFixture.notice(MailKind.ACCOUNT_DELETED, now);
        run(prompt, outbox -> outbox.add(last));

        run(prompt, outbox -> outbox.sent(last.id(), afterLease));

        assertThat(Sql.query(DATABASE.superuser(), "select 1 from tenantry.outbox_mail where id = '" + last.id() + "'"))
                .isEmpty();
    }

    @Test
    void what_was_given_up_is_counted_until_it_is_removed_and_removal_comes_in_portions() {
        Mail sent = MailFixture.notice(MailKind.PASSWORD_CHANGED, now);
        run(prompt, outbox -> outbox.add(sent));
        run(prompt, outbox -> outbox.giveUp(mail.id(), now, "never"));
        run(prompt, outbox -> outbox.sent(sent.id(), now.plusSeconds(1)));
        run(prompt, outbox -> assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, 1)));

        run(prompt, outbox -> assertThat(outbox.removeDone(now, 9)).isZero());
        run(prompt, outbox -> assertThat(outbox.removeDone(afterLease, 1)).isEqualTo(1));
        run(prompt, outbox -> assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, 0)));
        run(prompt, outbox -> assertThat(outbox.removeDone(afterLease, 9)).isEqualTo(1));
        run(prompt, outbox -> assertThat(outbox.removeDone(afterLease, 9)).isZero());
    }

    @Test
    void a_zone_that_this_machine_does_not_know_holds_up_no_mail() throws SQLException {
        corrupt("timezone = 'Mars/Olympus', locale = '!'");

        List<Outbox.Claimed> claimed = claim(prompt, afterLease.plus(LEASE).plusSeconds(1));

        assertThat(claimed).extracting(one -> one.mail().to().timezone()).containsExactly(ZoneOffset.UTC);
    }

    @Test
    void one_mail_that_does_not_open_holds_up_no_other() throws SQLException {
        Mail other = MailFixture.createdAt(afterLease);
        run(prompt, outbox -> outbox.add(other));
        corrupt("sealed_token = '\\x01'");

        List<Outbox.Claimed> claimed = claim(prompt, afterLease.plus(LEASE).plusSeconds(1));

        assertThat(claimed).extracting(one -> one.mail().id()).containsExactly(other.id());
    }

    @Test
    void a_mail_of_a_kind_that_only_a_newer_version_knows_is_left_to_that_version() throws SQLException {
        Mail other = MailFixture.createdAt(afterLease);
        run(prompt, outbox -> outbox.add(other));
        corrupt("kind = 'of_tomorrow'");
        String before = row();

        List<Outbox.Claimed> claimed = claim(prompt, afterLease.plus(LEASE).plusSeconds(1));

        assertThat(claimed).extracting(one -> one.mail().id()).containsExactly(other.id());
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void a_request_that_is_no_address_any_more_is_let_go_and_holds_up_no_other() throws SQLException {
        Sql.query(DATABASE.superuser(), "delete from tenantry.mail_request");
        MailRequest good = MailFixture.request(MailKind.RESET_PASSWORD, now);
        run(late, outbox -> outbox.request(MailFixture.request(MailKind.RESET_PASSWORD, now.minusSeconds(1))));
        Sql.query(DATABASE.superuser(), "update tenantry.mail_request set email = 'none'");
        run(late, outbox -> outbox.request(good));

        run(late, outbox -> assertThat(outbox.takeRequest()).isEmpty());
        run(late, outbox -> assertThat(outbox.takeRequest()).contains(good));
    }

    @Test
    void a_mail_that_cannot_be_read_is_postponed_by_its_lease_and_the_try_does_not_count() throws SQLException {
        for (String damage : List.of("recipient = 'nobody'", "sealed_token = ''", "sealed_token = '\\x01'")) {
            Mail unreadable = MailFixture.createdAt(now);
            run(prompt, outbox -> outbox.add(unreadable));
            Sql.query(
                    DATABASE.superuser(),
                    "update tenantry.outbox_mail set " + damage + " where id = '" + unreadable.id() + "'");

            assertThat(claim(prompt, now)).as(damage).isEmpty();

            assertThat(Sql.value(
                            DATABASE.superuser(),
                            "select tries || status || (next_try_at = '" + now.plus(LEASE)
                                    + "') from tenantry.outbox_mail where id = '" + unreadable.id() + "'"))
                    .as(damage)
                    .isEqualTo("0pendingtrue");
        }
    }

    @Test
    void the_reason_of_a_failure_is_kept_for_its_operator() throws SQLException {
        run(prompt, outbox -> outbox.giveUp(mail.id(), afterLease, "550 no\0such\nmailbox"));

        assertThat(Sql.value(DATABASE.superuser(), "select last_error from tenantry.outbox_mail"))
                .isEqualTo("550 no such mailbox");
    }

    private void corrupt(String assignment) throws SQLException {
        Sql.query(
                DATABASE.superuser(),
                "update tenantry.outbox_mail set " + assignment + " where id = '" + mail.id() + "'");
    }

    private String row() throws SQLException {
        return Sql.value(
                DATABASE.superuser(), "select m::text from tenantry.outbox_mail m where id = '" + mail.id() + "'");
    }

    private String status() throws SQLException {
        return Sql.value(
                DATABASE.superuser(), "select status from tenantry.outbox_mail where id = '" + mail.id() + "'");
    }

    private static List<Outbox.Claimed> claim(PersistenceForTests node, Instant at) {
        PostgresPersistence ports = node.ports();
        return ports.transactions().outsideTenants(() -> ports.outbox().claim(at, at.plus(LEASE), 10));
    }

    private static void run(PersistenceForTests node, Consumer<Outbox> work) {
        node.ports().transactions().outsideTenants(() -> {
            work.accept(node.ports().outbox());
            return true;
        });
    }
}
