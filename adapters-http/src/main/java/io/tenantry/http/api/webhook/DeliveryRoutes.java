package io.tenantry.http.api.webhook;

import io.javalin.http.Context;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.ReplayDelivery;
import io.tenantry.domain.webhook.TestWebhook;
import io.tenantry.domain.webhook.WebhookUseCases;
import io.tenantry.http.api.tenant.TenantPath;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.PathId;
import io.tenantry.http.wire.QueryFields;

/** {@code /api/v1/tenants/{id}/webhooks/{webhookId}/deliveries}: what was and is to be sent to a webhook. */
public final class DeliveryRoutes {
    private static final String WEBHOOK = "/api/v1/tenants/{id}/webhooks/{webhookId}";
    private static final String ALL = WEBHOOK + "/deliveries";

    private final WebhookUseCases webhooks;

    public DeliveryRoutes(WebhookUseCases webhooks) {
        this.webhooks = webhooks;
    }

    public void mount(Routes routes) {
        routes.makingInTenant(
                WEBHOOK + "/test", RouteAccess.USER_OR_KEY, TenantPath.right(Permission.MANAGE_WEBHOOKS), this::test);
        routes.get(ALL, RouteAccess.USER_OR_KEY, this::list);
        routes.post(ALL + "/{deliveryId}/replay", RouteAccess.USER_OR_KEY, this::replay);
    }

    private void test(Context ctx) {
        JsonBody.read(ctx);
        TestWebhook.Command command =
                new TestWebhook.Command(Authentication.caller(ctx), TenantPath.tenant(ctx), WebhookRoutes.webhook(ctx));
        Json.answer(ctx, 202, DeliveryJson.of(webhooks.testWebhook().test(command)));
    }

    private void list(Context ctx) {
        QueryFields query = QueryFields.of(ctx);
        PageRequest page = Paging.asked(query);
        query.check();
        Json.answer(
                ctx,
                200,
                Paging.answer(
                        webhooks.listDeliveries()
                                .list(
                                        Authentication.caller(ctx),
                                        TenantPath.tenant(ctx),
                                        WebhookRoutes.webhook(ctx),
                                        page),
                        DeliveryJson::of));
    }

    private void replay(Context ctx) {
        JsonBody.read(ctx);
        ReplayDelivery.Command command = new ReplayDelivery.Command(
                Authentication.caller(ctx),
                TenantPath.tenant(ctx),
                WebhookRoutes.webhook(ctx),
                new EventId(PathId.of(ctx, "deliveryId")));
        Json.answer(ctx, 202, DeliveryJson.of(webhooks.replayDelivery().replay(command)));
    }
}
