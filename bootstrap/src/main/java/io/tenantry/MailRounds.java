package io.tenantry;

import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.mail.DeliverMail.Delivered;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the outbox holds, batch after batch while there is any. */
final class MailRounds implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

    /** So that a full outbox holds up neither what else is due nor the end. */
    private static final int BATCHES_AT_ONCE = 20;

    private final DeliverMail deliverMail;
    private final Consumer<Delivered> onDelivery;
    private final BooleanSupplier over;

    /**
     * @param onDelivery hears of each batch in which there was anything
     * @param over whether no other batch is to be begun
     */
    MailRounds(DeliverMail deliverMail, Consumer<Delivered> onDelivery, BooleanSupplier over) {
        this.deliverMail = deliverMail;
        this.onDelivery = onDelivery;
        this.over = over;
    }

    @Override
    public void run() {
        int batches = 0;
        while (batches < BATCHES_AT_ONCE && !over.getAsBoolean() && batch()) {
            batches++;
        }
    }

    private boolean batch() {
        Delivered delivered = deliverMail.deliver();
        if (delivered.givenUp() > 0) {
            LOG.error("{} mails were given up, and are not tried again", delivered.givenUp());
        }
        if (delivered.total() > 0) {
            onDelivery.accept(delivered);
        }
        return delivered.total() > 0;
    }
}
