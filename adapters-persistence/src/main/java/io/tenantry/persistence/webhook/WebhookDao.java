package io.tenantry.persistence.webhook;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiWebhooks}; under row security. */
@RegisterRowMapper(WebhookRow.class)
public interface WebhookDao {

    @SqlUpdate("""
            insert into <control>.webhook (id, tenant_id, url, description, events, active, sealed_secret, created_at)
            values (:id, :tenant, :url, :description, cast(:events.words as text[]), :active, :sealed, :createdAt)""")
    void insert(@BindMethods Webhook webhook, byte[] sealed);

    @SqlQuery("select" + WebhookRow.COLUMNS + "from <control>.webhook where tenant_id = :tenant and id = :id")
    Optional<Webhook> find(TenantId tenant, WebhookId id);

    @SqlQuery(
            "select" + WebhookRow.COLUMNS + "from <control>.webhook where tenant_id = :tenant and id = :id for update")
    Optional<Webhook> hold(TenantId tenant, WebhookId id);

    @SqlQuery(
            "select" + WebhookRow.COLUMNS + "from <control>.webhook where tenant_id = :tenant order by created_at, id")
    List<Webhook> of(TenantId tenant);

    @SqlUpdate("""
            update <control>.webhook
               set url = :url, description = :description, events = cast(:events.words as text[]), active = :active,
                   failing_since = :failingSince
             where tenant_id = :tenant and id = :id""")
    void update(@BindMethods Webhook webhook);

    @SqlUpdate("""
            update <control>.webhook
               set previous_sealed_secret = sealed_secret, sealed_secret = :sealed,
                   previous_secret_expires_at = :previousSecretExpiresAt
             where tenant_id = :tenant and id = :id""")
    void renew(@BindMethods Webhook webhook, byte[] sealed);

    /** What is on its way to it goes with it. */
    @SqlUpdate("delete from <control>.webhook where tenant_id = :tenant and id = :id")
    void delete(TenantId tenant, WebhookId id);
}
