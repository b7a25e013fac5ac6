package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.audit.RemoveExpired;
import io.tenantry.domain.audit.Retention;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.DeliverWebhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntSupplier;

/** Each portion is a transaction of its own: none holds many rows for long, and what was removed stays so if a later one fails. */
final class RemoveExpiredService implements RemoveExpired {

    /** In rows, and of tenants in a page. */
    private static final int PORTION = 1000;

    /** At so many webhooks it is given up at once what waits for too long: each may have a long line. */
    private static final int WEBHOOKS = 10;

    /** How long tokens and counters that serve no more are kept: as long as a counter that had to wait is remembered, and to look at after a complaint. */
    private static final Duration SPENT = Duration.ofDays(1);

    /** How long it can be seen, and sent once more, what was sent to a webhook. */
    private static final Duration DELIVERIES = Duration.ofDays(30);

    /** How long it is told what keys were used for, day by day: a year can be compared with the one before to the month. */
    private static final Period USAGE = Period.ofDays(400);

    private final DrivenPorts ports;
    private final Transactions transactions;
    private final Retention retention;
    private final InstantSource clock;

    RemoveExpiredService(DrivenPorts ports, Policies policies, InstantSource clock) {
        this.ports = ports;
        this.transactions = ports.transactions();
        this.retention = policies.retention();
        this.clock = clock;
    }

    @Override
    public int remove() {
        Instant now = clock.instant();
        return sessionsAndMails(now)
                + whatWasBegun(now)
                + whatServesNoMore(now.minus(SPENT))
                + ofKeys(now)
                + webhooks(now)
                + audits(now.minus(retention.audit()));
    }

    private int sessionsAndMails(Instant now) {
        Instant over = now.minus(retention.sessions());
        Instant done = now.minus(retention.mails());
        return outsideTenants(() -> ports.sessions().removeOver(over, PORTION))
                + outsideTenants(() -> ports.outbox().removeDone(done, PORTION));
    }

    /** Anybody may begin a sign-in, so that what is left of one goes at once. */
    private int whatWasBegun(Instant now) {
        return outsideTenants(() -> ports.mfaChallenges().removeExpired(now, PORTION))
                + outsideTenants(() -> ports.keyedCalls().removeExpired(now, PORTION))
                + outsideTenants(() -> ports.ceremonies().removeExpired(now, PORTION))
                + outsideTenants(() -> ports.authorizations().removeExpired(now, PORTION));
    }

    private int whatServesNoMore(Instant before) {
        return outsideTenants(() -> ports.oneTimeTokens().removeExpired(before, PORTION))
                + outsideTenants(() -> ports.throttles().removeOver(before, PORTION));
    }

    private int ofKeys(Instant now) {
        LocalDate before = LocalDate.ofInstant(now, ZoneOffset.UTC).minus(USAGE);
        return outsideTenants(() -> ports.apiKeys().revokedTokens().removeExpired(now, PORTION))
                + inPortions(() ->
                        transactions.acrossTenants(() -> ports.apiKeys().keys().removeUsage(before, PORTION)));
    }

    private int webhooks(Instant now) {
        giveUp(now.minus(DeliverWebhooks.LONGEST), now);
        Instant before = now.minus(DELIVERIES);
        return inPortions(() ->
                transactions.acrossTenants(() -> ports.webhooks().deliveries().removeDone(before, PORTION)));
    }

    private void giveUp(Instant before, Instant now) {
        int portion;
        do {
            portion = transactions.acrossTenants(
                    () -> ports.webhooks().deliveries().giveUp(before, now, WEBHOOKS));
        } while (portion > 0);
    }

    private int audits(Instant before) {
        int removed = outsideTenants(() -> ports.auditEvents().removeBefore(before, PORTION));
        List<Tenant> page = tenantsAfter(0);
        while (!page.isEmpty()) {
            removed += page.stream().mapToInt(tenant -> auditOf(tenant, before)).sum();
            page = tenantsAfter(page.get(page.size() - 1).number());
        }
        return removed;
    }

    private List<Tenant> tenantsAfter(long number) {
        return transactions.outsideTenants(() -> ports.tenants().listAfter(number, PORTION));
    }

    private int auditOf(Tenant tenant, Instant before) {
        return inPortions(() ->
                transactions.inTenant(tenant.id(), () -> ports.auditEvents().removeBefore(before, PORTION)));
    }

    private int outsideTenants(IntSupplier removal) {
        return inPortions(() -> transactions.outsideTenants(removal::getAsInt));
    }

    private static int inPortions(IntSupplier removal) {
        int removed = 0;
        int portion;
        do {
            portion = removal.getAsInt();
            removed += portion;
        } while (portion == PORTION);
        return removed;
    }
}
