package io.tenantry.persistence.webhook;

import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in the table {@code webhook_delivery}. They are written just before the commit, and before the audit: the webhooks of a
 * tenant are held by whoever adds to their lines, and so for as short as can be.
 */
public final class JdbiDeliveries implements Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiDeliveries.class);

    /** Others are left to the version that added them. */
    private static final List<String> KNOWN =
            Arrays.stream(EventType.values()).map(EventType::word).toList();

    private final CurrentTransaction current;
    private final Dao<DeliveryDao> deliveries;
    private final Encryption encryption;

    public JdbiDeliveries(CurrentTransaction current, Encryption encryption) {
        this.current = current;
        this.deliveries = new Dao<>(current, DeliveryDao.class);
        this.encryption = encryption;
    }

    @Override
    public void add(WebhookEvent event) {
        add(new LinedUpEvent(event, Optional.empty()));
    }

    @Override
    public void add(WebhookEvent event, WebhookId webhook) {
        add(new LinedUpEvent(event, Optional.of(webhook)));
    }

    private void add(LinedUpEvent event) {
        current.kept(EventsToLineUp.class, () -> {
                    current.firstBeforeCommit(this::lineUp);
                    return new EventsToLineUp();
                })
                .add(event);
    }

    private void lineUp() {
        current.kept(EventsToLineUp.class, EventsToLineUp::new)
                .inOrder()
                .forEach(event -> current.reaching(
                        event.event().tenant(),
                        () -> deliveries.run(dao -> dao.lineUp(event, event.held(), event.told()))));
    }

    @Override
    public Optional<Delivery> find(TenantId tenant, WebhookId webhook, EventId event) {
        return deliveries.get(dao -> dao.find(tenant, webhook, event, KNOWN));
    }

    @Override
    public Page<Delivery> page(TenantId tenant, WebhookId webhook, PageRequest request) {
        List<Delivery> found = deliveries.get(dao -> dao.page(tenant, webhook, PageStart.descending(request), KNOWN));
        return Page.of(
                found, request, one -> new Cursor(one.createdAt(), one.event().value()));
    }

    @Override
    public int pending(TenantId tenant, WebhookId webhook) {
        return deliveries.get(dao -> dao.pending(tenant, webhook));
    }

    @Override
    public Optional<Delivery> replay(TenantId tenant, WebhookId webhook, EventId event, Instant now) {
        return deliveries.get(dao -> dao.newPlace(tenant, webhook).flatMap(place -> {
            if (dao.lineUpAgain(webhook, event, place, now) == 0) {
                dao.hasten(webhook, event, now);
            }
            dao.lookAtFirst(webhook, now);
            return dao.find(tenant, webhook, event, KNOWN);
        }));
    }

    @Override
    public List<Due> claim(Instant now, Instant leaseEnds, int limit) {
        return deliveries.get(dao -> {
            List<String> webhooks =
                    dao.claim(now, leaseEnds.truncatedTo(ChronoUnit.MICROS), MOST_OF_TENANT, limit).stream()
                            .map(UUID::toString)
                            .toList();
            if (webhooks.isEmpty()) {
                return List.of();
            }
            dao.letIdleGo(webhooks);
            return dao.firsts(webhooks, now, KNOWN).stream().flatMap(this::open).toList();
        });
    }

    @Override
    public boolean settle(Due due, Settlement settlement) {
        return deliveries.get(dao -> {
            if (dao.holdLeased(due.webhook(), due.leaseEnds()).isEmpty()) {
                return false;
            }
            dao.settle(due.webhook(), due.event().id(), settlement);
            dao.letGo(due.webhook(), settlement.attempt().succeeded(), settlement.now());
            dao.lookAtFirst(due.webhook(), settlement.now());
            return true;
        });
    }

    @Override
    public int giveUp(Instant before, Instant now, int limit) {
        return deliveries.get(dao -> {
            List<UUID> held = dao.holdLate(before, limit);
            dao.giveUp(held.stream().map(UUID::toString).toList(), before, now);
            held.forEach(webhook -> dao.lookAtFirst(new WebhookId(webhook), now));
            return held.size();
        });
    }

    @Override
    public int removeDone(Instant before, int limit) {
        return deliveries.get(dao -> {
            int done = dao.removeDone(before, limit);
            return done + dao.removeUnheard(before, limit - done);
        });
    }

    /** One that cannot be opened holds up no other. It is due again when its lease ends, for another node may have the secret. */
    private Stream<Due> open(DueRow row) {
        try {
            return Stream.of(row.open(encryption));
        } catch (Encryption.DoesNotOpen | IllegalArgumentException unreadable) {
            LOG.warn("Webhook {} cannot be read here, so nothing is sent to it for now", row.webhookId());
            return Stream.empty();
        }
    }
}
