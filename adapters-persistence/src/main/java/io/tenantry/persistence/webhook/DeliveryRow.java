package io.tenantry.persistence.webhook;

import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a delivery as it is shown, from {@link #COLUMNS}. */
public final class DeliveryRow implements RowMapper<Delivery> {

    static final String COLUMNS = " webhook_id, event_id, event_type, status, attempts, last_status, last_error,"
            + " next_attempt_at, occurred_at, delivered_at ";

    @Override
    public Delivery map(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                new EventId(Columns.uuid(row, "event_id")),
                new WebhookId(Columns.uuid(row, "webhook_id")),
                EventType.ofWord(row.getString("event_type")).orElseThrow(),
                DomainArguments.ofWord(Delivery.Status.class, row.getString("status")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getObject("last_status", Integer.class)),
                Columns.optionalText(row, "last_error").map(word -> DomainArguments.ofWord(DeliveryError.class, word)),
                Columns.optionalInstant(row, "next_attempt_at"),
                Columns.instant(row, "occurred_at"),
                Columns.optionalInstant(row, "delivered_at"));
    }
}
