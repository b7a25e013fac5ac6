package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailSender;
import io.tenantry.domain.mail.MailSender.MailNotSent;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.mail.Outbox.Claimed;
import io.tenantry.domain.port.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A mail goes out at least once: it goes twice only if its sending succeeds and then cannot be recorded. */
final class DeliverMailService implements DeliverMail {

    private static final int BATCH = 20;
    private static final int MAX_REASON = 300;
    private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** What {@link MailSender} promises to stay under. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Outbox outbox;
    private final MailSender sender;
    private final MailRequests requests;
    private final InstantSource clock;

    DeliverMailService(DrivenPorts ports, MailRequests requests, InstantSource clock) {
        this.requests = requests;
        this.transactions = ports.transactions();
        this.outbox = ports.outbox();
        this.sender = ports.mailSender();
        this.clock = clock;
    }

    @Override
    public Delivered deliver() {
        requests.answer();
        Instant now = clock.instant();
        Instant leaseEnds = now.plus(LEASE);
        List<Claimed> batch = transactions.outsideTenants(() -> outbox.claim(now, leaseEnds, BATCH));
        return batch.stream()
                .takeWhile(claimed -> mayStart(leaseEnds))
                .map(this::deliver)
                .reduce(new Delivered(0, 0, 0), DeliverMailService::sum);
    }

    /** What a slow server leaves no time for is due again when the lease ends: sent now, another node might send it too. */
    private boolean mayStart(Instant leaseEnds) {
        return !clock.instant().plus(LONGEST_SENDING).isAfter(leaseEnds);
    }

    private static Delivered sum(Delivered one, Delivered other) {
        return new Delivered(
                one.sent() + other.sent(), one.postponed() + other.postponed(), one.givenUp() + other.givenUp());
    }

    private Delivered deliver(Claimed claimed) {
        Optional<String> problem = send(claimed);
        if (problem.isPresent()) {
            return postpone(claimed, problem.get());
        }
        record(outbox -> outbox.sent(claimed.mail().id(), clock.instant()));
        return new Delivered(1, 0, 0);
    }

    private Optional<String> send(Claimed claimed) {
        try {
            sender.send(claimed.mail());
            return Optional.empty();
        } catch (MailNotSent refused) {
            return Optional.of(oneLine(String.valueOf(refused.getMessage())));
        } catch (RuntimeException fault) {
            // Its message may hold the mail's address or secret.
            return Optional.of(fault.getClass().getName());
        }
    }

    private Delivered postpone(Claimed claimed, String reason) {
        MailId mail = claimed.mail().id();
        Instant now = clock.instant();
        Optional<Duration> delay = RetrySchedule.delayAfter(claimed.tries());
        log(mail, reason, outlook(delay));
        if (delay.isPresent()) {
            record(outbox -> outbox.postpone(mail, now.plus(delay.get()), reason));
            return new Delivered(0, 1, 0);
        }
        record(outbox -> outbox.giveUp(mail, now, reason));
        return new Delivered(0, 0, 1);
    }

    /** A mail server chooses its own words: they must not forge a line of the log. */
    private static String oneLine(String reason) {
        String clean = LINE_BREAKING.matcher(reason).replaceAll(" ");
        return clean.substring(0, Math.min(MAX_REASON, clean.length()));
    }

    private static String outlook(Optional<Duration> delay) {
        return delay.map(wait -> "next try in " + wait.toSeconds() + " s").orElse("given up");
    }

    /** The logger is looked up only now: that starts the JDK's logging, which takes longer than all else that starts here. */
    private static void log(MailId mail, String reason, String outlook) {
        System.getLogger(DeliverMail.class.getName())
                .log(System.Logger.Level.WARNING, "Mail {0} not sent ({1}), {2}", mail, reason, outlook);
    }

    private void record(Consumer<Outbox> outcome) {
        transactions.outsideTenants(() -> {
            outcome.accept(outbox);
            return outcome;
        });
    }
}
