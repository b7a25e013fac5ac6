package io.tenantry.persistence.webhook;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a webhook from {@link #COLUMNS}: all but its secrets. */
public final class WebhookRow implements RowMapper<Webhook> {

    static final String COLUMNS = " id, tenant_id, url, description, events, active, created_at, failing_since,"
            + " previous_secret_expires_at ";

    @Override
    public Webhook map(ResultSet row, StatementContext context) throws SQLException {
        return new Webhook(
                new WebhookId(Columns.uuid(row, "id")),
                new TenantId(Columns.uuid(row, "tenant_id")),
                new WebhookUrl(row.getString("url")),
                row.getString("description"),
                EventChoice.ofWords(List.of((String[]) row.getArray("events").getArray())),
                row.getBoolean("active"),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "failing_since"),
                Columns.optionalInstant(row, "previous_secret_expires_at"));
    }
}
