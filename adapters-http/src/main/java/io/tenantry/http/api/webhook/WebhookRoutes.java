package io.tenantry.http.api.webhook;

import io.javalin.http.Context;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.ChangeWebhook;
import io.tenantry.domain.webhook.CreateWebhook;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.RemoveWebhook;
import io.tenantry.domain.webhook.RenewWebhookSecret;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.domain.webhook.WebhookUseCases;
import io.tenantry.http.api.tenant.TenantPath;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Page;
import io.tenantry.http.wire.PathId;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/tenants/{id}/webhooks}: where a tenant is told of what happens in it. */
public final class WebhookRoutes {
    private static final String ALL = "/api/v1/tenants/{id}/webhooks";
    private static final String ONE = ALL + "/{webhookId}";

    private final WebhookUseCases webhooks;
    private final Caller caller;

    public WebhookRoutes(WebhookUseCases webhooks, Caller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.makingInTenant(ALL, RouteAccess.USER_OR_KEY, TenantPath.right(Permission.MANAGE_WEBHOOKS), this::create);
        routes.get(ALL, RouteAccess.USER_OR_KEY, this::list);
        routes.get(ONE, RouteAccess.USER_OR_KEY, this::read);
        routes.patch(ONE, RouteAccess.USER_OR_KEY, this::change);
        routes.delete(ONE, RouteAccess.USER_OR_KEY, this::remove);
        routes.makingInTenant(
                ONE + "/secret", RouteAccess.USER_OR_KEY, TenantPath.right(Permission.MANAGE_WEBHOOKS), this::renew);
    }

    private void create(Context ctx) {
        TenantCaller by = Authentication.caller(ctx);
        TenantId tenant = TenantPath.tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<WebhookUrl> url = WebhookFields.url(fields);
        Optional<String> description = WebhookFields.description(fields);
        Optional<EventChoice> events = WebhookFields.events(fields);
        fields.check();
        WebhookJson made = WebhookJson.of(webhooks.createWebhook()
                .create(new CreateWebhook.Command(
                        by,
                        tenant,
                        url.orElseThrow(),
                        description.orElse(""),
                        events.orElseThrow(),
                        caller.device(ctx.req()))));
        ctx.header("Location", ALL.replace("{id}", tenant.toString()) + "/" + made.id());
        Json.answer(ctx, 201, made);
    }

    private void list(Context ctx) {
        List<WebhookJson> all =
                webhooks.listWebhooks().list(Authentication.caller(ctx), TenantPath.tenant(ctx)).stream()
                        .map(WebhookJson::of)
                        .toList();
        Json.answer(ctx, 200, Page.of(ctx, all, WebhookJson::id));
    }

    private void read(Context ctx) {
        Json.answer(
                ctx,
                200,
                WebhookJson.of(
                        webhooks.readWebhook().read(Authentication.caller(ctx), TenantPath.tenant(ctx), webhook(ctx))));
    }

    private void change(Context ctx) {
        TenantCaller by = Authentication.caller(ctx);
        TenantId tenant = TenantPath.tenant(ctx);
        WebhookId webhook = webhook(ctx);
        Fields fields = JsonBody.read(ctx);
        ChangeWebhook.Command command = new ChangeWebhook.Command(
                by,
                tenant,
                webhook,
                WebhookFields.otherUrl(fields),
                WebhookFields.description(fields),
                WebhookFields.otherEvents(fields),
                WebhookFields.active(fields),
                caller.device(ctx.req()));
        fields.check();
        Json.answer(ctx, 200, WebhookJson.of(webhooks.changeWebhook().change(command)));
    }

    private void remove(Context ctx) {
        webhooks.removeWebhook()
                .remove(new RemoveWebhook.Command(
                        Authentication.caller(ctx), TenantPath.tenant(ctx), webhook(ctx), caller.device(ctx.req())));
        ctx.status(204);
    }

    private void renew(Context ctx) {
        JsonBody.read(ctx);
        RenewWebhookSecret.Command command = new RenewWebhookSecret.Command(
                Authentication.caller(ctx), TenantPath.tenant(ctx), webhook(ctx), caller.device(ctx.req()));
        Json.answer(ctx, 200, WebhookJson.of(webhooks.renewWebhookSecret().renew(command)));
    }

    static WebhookId webhook(Context ctx) {
        return new WebhookId(PathId.of(ctx, "webhookId"));
    }
}
