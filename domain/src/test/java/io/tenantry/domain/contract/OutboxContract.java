package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox.Claimed;
import io.tenantry.domain.port.TimeFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.mail.Outbox} must do. Mails of other tests may be claimed too; they are passed over. */
public abstract class OutboxContract extends PortContract {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Instant now = TimeFixture.now();

    @Test
    void a_request_of_every_kind_is_taken_once_as_it_was_made() {
        for (MailKind kind : MailKind.values()) {
            MailRequest request = MailFixture.request(kind, now);
            doOutside(() -> ports().outbox().request(request));

            assertThat(requests()).containsOnlyOnce(request);
            assertThat(requests()).doesNotContain(request);
        }
    }

    @Test
    void a_request_is_there_again_when_what_took_it_is_rolled_back() {
        MailRequest request = MailFixture.request(MailKind.RESET_PASSWORD, now);
        doOutside(() -> ports().outbox().request(request));

        assertThatThrownBy(() -> doOutside(() -> {
                    requestsInOne();
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");

        assertThat(requests()).contains(request);
    }

    private List<MailRequest> requests() {
        return outside(this::requestsInOne);
    }

    private List<MailRequest> requestsInOne() {
        List<MailRequest> all = new ArrayList<>();
        for (Optional<MailRequest> next = ports().outbox().takeRequest();
                next.isPresent();
                next = ports().outbox().takeRequest()) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void a_mail_of_every_kind_is_claimed_as_it_was_added() {
        for (MailKind kind : MailKind.values()) {
            for (String recipient : List.of("", "Ada Lovelace", "José \"山田\" <x@example.org>")) {
                Mail mail = added(MailFixture.of(kind, recipient, now));

                assertSame(claim(now, mail).get(0).mail(), mail);
            }
        }
    }

    @Test
    void a_mail_without_a_link_is_claimed_with_what_else_it_tells() {
        for (MailKind kind : MailKind.values()) {
            Mail mail = added(MailFixture.notice(kind, now));

            assertSame(claim(now, mail).get(0).mail(), mail);
        }
    }

    @Test
    void a_postponed_mail_still_tells_what_it_is_to_tell() {
        Mail mail = added(MailFixture.notice(MailKind.NEW_SIGN_IN, now));
        claim(now, mail);

        doOutside(() -> ports().outbox().postpone(mail.id(), now.plusSeconds(30), "connection refused"));

        assertSame(claim(now.plusSeconds(30), mail).get(0).mail(), mail);
    }

    @Test
    void the_last_mail_to_a_deleted_account_is_sent_once_like_any_other() {
        Mail mail = added(MailFixture.notice(MailKind.ACCOUNT_DELETED, now));
        claim(now, mail);

        doOutside(() -> ports().outbox().sent(mail.id(), now));

        assertThat(claim(now.plus(LEASE.multipliedBy(10)), mail)).isEmpty();
    }

    @Test
    void what_waits_is_counted_until_it_is_sent_or_given_up() {
        long before = waiting();
        Mail sent = added(MailFixture.createdAt(now));
        Mail givenUp = added(MailFixture.notice(MailKind.PASSWORD_CHANGED, now));
        assertThat(waiting()).isEqualTo(before + 2);
        claim(now, sent);
        assertThat(waiting()).isEqualTo(before + 2);

        doOutside(() -> ports().outbox().sent(sent.id(), now));
        doOutside(() -> ports().outbox().giveUp(givenUp.id(), now, "mailbox unavailable"));

        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void what_waits_is_not_removed_however_old_it_is() {
        Instant longAgo = Instant.parse("1980-01-01T00:00:00Z");
        Mail mail = added(MailFixture.createdAt(longAgo));

        assertThat(outside(() -> ports().outbox().removeDone(longAgo.plusSeconds(60), 100)))
                .isZero();

        assertThat(claim(now, mail)).hasSize(1);
    }

    private long waiting() {
        return outside(() -> ports().outbox().backlog()).waiting();
    }

    @Test
    void a_mail_is_not_claimed_again_while_it_is_leased() {
        Mail mail = added(MailFixture.createdAt(now));
        claim(now, mail);

        assertThat(claim(now, mail)).isEmpty();
        assertThat(claim(now.plus(LEASE).minusMillis(1), mail)).isEmpty();
    }

    @Test
    void a_mail_that_nobody_told_of_is_due_again_after_its_lease_and_its_tries_are_counted() {
        Mail mail = added(MailFixture.createdAt(now));

        for (int tries = 1; tries <= 3; tries++) {
            Instant due = now.plus(LEASE.plusMillis(1).multipliedBy(tries - 1L));
            assertThat(claim(due, mail)).extracting(Claimed::tries).containsExactly(tries);
        }
    }

    @Test
    void a_sent_mail_is_never_due_again() {
        Mail mail = added(MailFixture.createdAt(now));
        claim(now, mail);

        doOutside(() -> ports().outbox().sent(mail.id(), now));

        assertThat(claim(now.plus(LEASE.multipliedBy(10)), mail)).isEmpty();
    }

    @Test
    void a_mail_that_was_given_up_is_never_due_again() {
        Mail mail = added(MailFixture.createdAt(now));
        claim(now, mail);

        doOutside(() -> ports().outbox().giveUp(mail.id(), now, "mailbox unavailable"));

        assertThat(claim(now.plus(LEASE.multipliedBy(10)), mail)).isEmpty();
    }

    @Test
    void a_postponed_mail_is_due_at_its_next_try_with_its_secret_and_not_before() {
        Mail mail = added(MailFixture.createdAt(now));
        claim(now, mail);
        Instant nextTry = now.plusSeconds(30);

        doOutside(() -> ports().outbox().postpone(mail.id(), nextTry, "connection refused"));

        assertThat(claim(nextTry.minusMillis(1), mail)).isEmpty();
        List<Claimed> again = claim(nextTry, mail);
        assertThat(again).extracting(Claimed::tries).containsExactly(2);
        assertSame(again.get(0).mail(), mail);
    }

    @Test
    void a_long_reason_with_odd_characters_breaks_nothing() {
        Mail mail = added(MailFixture.createdAt(now));
        claim(now, mail);

        doOutside(() -> ports().outbox().postpone(mail.id(), now.plusSeconds(1), "554 \r\n'; é".repeat(1_000)));

        assertThat(claim(now.plusSeconds(1), mail)).hasSize(1);
    }

    @Test
    void mails_are_claimed_the_oldest_first() {
        Mail third = added(MailFixture.createdAt(now.plusMillis(30)));
        Mail first = added(MailFixture.createdAt(now.plusMillis(10)));
        Mail second = added(MailFixture.createdAt(now.plusMillis(20)));

        assertThat(claim(now.plusSeconds(1), first, second, third))
                .extracting(claimed -> claimed.mail().id())
                .containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void no_more_mails_are_claimed_than_the_limit() {
        added(MailFixture.createdAt(now));
        added(MailFixture.createdAt(now));

        assertThat(batch(now, 1)).hasSize(1);
    }

    @Test
    void a_mail_of_a_transaction_that_was_rolled_back_is_never_claimed() {
        Mail mail = MailFixture.createdAt(now);
        Rollback.of(() -> doOutside(() -> {
            ports().outbox().add(mail);
            throw new Rollback();
        }));

        assertThat(claim(now, mail)).isEmpty();
    }

    @Test
    void a_mail_whose_claim_was_rolled_back_is_still_due() {
        Mail mail = added(MailFixture.createdAt(now));
        Rollback.of(() -> doOutside(() -> {
            ports().outbox().claim(now, now.plus(LEASE), 100);
            throw new Rollback();
        }));

        assertThat(claim(now, mail)).extracting(Claimed::tries).containsExactly(1);
    }

    @Test
    void of_parallel_claimers_no_two_get_one_mail_and_together_they_get_all() throws Exception {
        List<Mail> mails = IntStream.range(0, 40)
                .mapToObj(number -> added(MailFixture.createdAt(now)))
                .toList();

        List<List<Claimed>> claimed = InParallel.run(8, number -> claimAll(now, 5));

        List<MailId> own = claimed.stream()
                .flatMap(List::stream)
                .map(one -> one.mail().id())
                .filter(idsOf(mails)::contains)
                .toList();
        assertThat(own).containsExactlyInAnyOrderElementsOf(idsOf(mails));
    }

    private Mail added(Mail mail) {
        doOutside(() -> ports().outbox().add(mail));
        return mail;
    }

    /** Claims all that is due, and gives those of {@code wanted}. */
    private List<Claimed> claim(Instant at, Mail... wanted) {
        Set<MailId> ids = idsOf(Arrays.asList(wanted));
        return claimAll(at, 100).stream()
                .filter(claimed -> ids.contains(claimed.mail().id()))
                .toList();
    }

    private List<Claimed> claimAll(Instant at, int limit) {
        List<Claimed> all = new ArrayList<>();
        List<Claimed> batch = batch(at, limit);
        while (!batch.isEmpty()) {
            assertThat(batch).hasSizeLessThanOrEqualTo(limit);
            all.addAll(batch);
            batch = batch(at, limit);
        }
        return all;
    }

    private List<Claimed> batch(Instant at, int limit) {
        return outside(() -> ports().outbox().claim(at, at.plus(LEASE), limit));
    }

    private static Set<MailId> idsOf(List<Mail> mails) {
        return mails.stream().map(Mail::id).collect(Collectors.toSet());
    }

    private static void assertSame(Mail actual, Mail expected) {
        assertThat(actual.token().map(SecretToken::value))
                .isEqualTo(expected.token().map(SecretToken::value));
        assertThat(actual.to().email().value()).isEqualTo(expected.to().email().value());
        assertThat(actual.details()).isEqualTo(expected.details());
        assertThat(new Mail(
                        actual.id(),
                        actual.kind(),
                        actual.to(),
                        expected.token(),
                        actual.details(),
                        actual.createdAt()))
                .isEqualTo(expected);
    }
}
