package io.tenantry.application.mail;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverMailTest {

    private static final MailSender DOWN = mail -> {
        throw new MailSender.MailNotSent("connection refused", new IllegalStateException());
    };

    private static final MailSender BROKEN = mail -> {
        throw new IllegalStateException("no template");
    };

    private final TenantryFixture tenantry = new TenantryFixture();
    private final List<Mail> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_mail_that_is_due_is_sent_once() {
        tenantry.registerUser(ADA);

        assertThat(by(sent::add).deliver().total()).isEqualTo(1);
        assertThat(by(sent::add).deliver().total()).isZero();

        tenantry.pass(Duration.ofDays(1));
        assertThat(by(sent::add).deliver().total()).isZero();
        assertThat(sent).extracting(mail -> mail.to().email()).containsExactly(ADA);
    }

    @Test
    void nothing_is_taken_up_when_nothing_is_due() {
        assertThat(by(DOWN).deliver().total()).isZero();
    }

    @Test
    void mails_go_out_oldest_first_twenty_at_a_time() {
        List<EmailAddress> addresses = registered(25);

        assertThat(by(sent::add).deliver().total()).isEqualTo(20);
        assertThat(by(sent::add).deliver().total()).isEqualTo(5);

        assertThat(sent).extracting(mail -> mail.to().email()).containsExactlyElementsOf(addresses);
    }

    @Test
    void sending_happens_outside_of_any_transaction() {
        tenantry.registerUser(ADA);
        MailSender inTransaction = mail -> tenantry.ports().transactions().outsideTenants(() -> sent.add(mail));

        by(inTransaction).deliver();

        assertThat(sent).hasSize(1);
    }

    @Test
    void one_mail_that_cannot_be_sent_holds_up_no_other() {
        tenantry.registerUser(ADA);
        tenantry.registerUser(GRACE);
        MailSender choosy = mail -> {
            if (mail.to().email().equals(ADA)) {
                throw new MailSender.MailNotSent("mailbox unavailable", new IllegalStateException());
            }
            sent.add(mail);
        };

        assertThat(by(choosy).deliver().total()).isEqualTo(2);

        assertThat(sent).extracting(mail -> mail.to().email()).containsExactly(GRACE);
    }

    @Test
    void retries_come_after_growing_delays_and_end_after_ten_tries() {
        tenantry.registerUser(ADA);
        List<Long> delays = List.of(10L, 60L, 300L, 1800L, 7200L, 21600L, 21600L, 21600L, 21600L);
        assertThat(by(DOWN).deliver().total()).isEqualTo(1);

        for (long delay : delays) {
            tenantry.pass(Duration.ofSeconds(delay - 1));
            assertThat(by(DOWN).deliver().total())
                    .as("a second before %d", delay)
                    .isZero();
            tenantry.pass(Duration.ofSeconds(1));
            assertThat(by(DOWN).deliver().total()).as("after %d seconds", delay).isEqualTo(1);
        }

        tenantry.pass(Duration.ofDays(30));
        assertThat(by(sent::add).deliver().total()).isZero();
        assertThat(sent).isEmpty();
    }

    @Test
    void a_mail_that_failed_is_sent_whole_at_a_later_try() {
        tenantry.registerUser(ADA);
        by(DOWN).deliver();
        tenantry.pass(Duration.ofSeconds(10));

        by(sent::add).deliver();

        assertThat(tenantry.verifyEmail(sent.get(0).token().orElseThrow()).email())
                .isEqualTo(ADA);
    }

    @Test
    void a_fault_of_the_sender_counts_as_a_failure() {
        tenantry.registerUser(ADA);

        assertThat(by(BROKEN).deliver().total()).isEqualTo(1);
        assertThat(by(sent::add).deliver().total()).isZero();

        tenantry.pass(Duration.ofSeconds(10));
        assertThat(by(sent::add).deliver().total()).isEqualTo(1);
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_a_slow_sender_leaves_no_time_for_is_left_until_its_lease_ends_and_then_sent_once() {
        registered(5);
        MailSender slow = mail -> {
            sent.add(mail);
            tenantry.pass(Duration.ofSeconds(50));
        };

        assertThat(by(slow).deliver().total()).isEqualTo(2);
        assertThat(by(sent::add).deliver().total()).isZero();

        tenantry.pass(Duration.ofSeconds(20));
        assertThat(by(sent::add).deliver().total()).isEqualTo(3);
        assertThat(sent).extracting(Mail::id).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void a_mail_whose_sending_could_not_be_recorded_is_due_again_when_the_lease_ends() {
        tenantry.registerUser(ADA);
        MailSender dying = mail -> {
            throw new StackOverflowError();
        };
        assertThatThrownBy(() -> by(dying).deliver()).isInstanceOf(StackOverflowError.class);

        assertThat(by(sent::add).deliver().total()).isZero();
        tenantry.pass(Duration.ofMinutes(2));
        assertThat(by(sent::add).deliver().total()).isEqualTo(1);
    }

    @Test
    void of_several_nodes_that_deliver_at_once_none_sends_anothers_mail() throws Exception {
        registered(50);

        InParallel.outcomes(4, number -> by(sent::add).deliver());

        assertThat(sent).extracting(Mail::id).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void R16_4_1_the_words_of_a_mail_server_are_kept_on_one_line_and_short() {
        tenantry.registerUser(ADA);
        MailSender chatty = mail -> {
            throw new MailSender.MailNotSent("554 no\r\n\u001B[31mforged\u2028line" + "x".repeat(1_000), null);
        };
        RecordingOutbox outbox = new RecordingOutbox(tenantry.ports().outbox());

        by(chatty, outbox).deliver();

        assertThat(outbox.reasons())
                .hasSize(1)
                .allSatisfy(reason ->
                        assertThat(reason).startsWith("554 no [31mforged line").hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void R16_2_5_a_fault_of_the_sender_is_told_without_its_message_which_may_hold_a_secret() {
        tenantry.registerUser(ADA);
        MailSender leaking = mail -> {
            throw new IllegalStateException(
                    mail.to() + " " + mail.token().orElseThrow().value());
        };
        RecordingOutbox outbox = new RecordingOutbox(tenantry.ports().outbox());

        by(leaking, outbox).deliver();

        assertThat(outbox.reasons()).containsExactly("java.lang.IllegalStateException");
    }

    private DeliverMail by(MailSender sender, Outbox outbox) {
        DrivenPorts ports = PortsFixture.with(PortsFixture.with(tenantry.ports(), sender), outbox);
        return PortsFixture.useCases(tenantry.tenantry(), ports).mail().deliverMail();
    }

    private List<EmailAddress> registered(int users) {
        List<EmailAddress> addresses = new ArrayList<>();
        for (int number = 0; number < users; number++) {
            addresses.add(EmailAddress.of("user" + number + "@example.org"));
            tenantry.registerUser(addresses.get(number));
            tenantry.pass(Duration.ofMillis(1));
        }
        return addresses;
    }

    private DeliverMail by(MailSender sender) {
        return PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), sender))
                .mail()
                .deliverMail();
    }
}
