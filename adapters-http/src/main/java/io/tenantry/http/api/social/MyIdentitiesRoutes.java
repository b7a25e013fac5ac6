package io.tenantry.http.api.social;

import io.javalin.http.Context;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.social.LinkIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.social.SocialUseCases;
import io.tenantry.domain.social.StartAuthorization;
import io.tenantry.domain.social.UnlinkIdentity;
import io.tenantry.http.api.social.SocialJson.IdentityJson;
import io.tenantry.http.api.social.SocialJson.VisitJson;
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

/** {@code /api/v1/me/identities}: the accounts at providers by which the caller may sign in. */
public final class MyIdentitiesRoutes {
    private static final String ALL = "/api/v1/me/identities";

    private final SocialUseCases social;
    private final Caller caller;

    public MyIdentitiesRoutes(SocialUseCases social, Caller caller) {
        this.social = social;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.post(ALL, RouteAccess.USER, this::start);
        routes.making(ALL + "/finish", RouteAccess.USER, this::finish);
        routes.get(ALL, RouteAccess.USER, this::list);
        routes.delete(ALL + "/{id}", RouteAccess.USER, this::unlink);
    }

    private void start(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        Optional<ProviderName> provider = VisitFields.provider(fields);
        Optional<Password> password = fields.passwordAgain("password");
        fields.check();
        StartAuthorization.Command command = new StartAuthorization.Command(
                provider.orElseThrow(), Optional.of(Authentication.principal(ctx)), password, caller.device(ctx.req()));
        Json.answer(ctx, 200, VisitJson.of(social.startAuthorization().start(command)));
    }

    private void finish(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        VisitFields visit = VisitFields.read(fields);
        fields.check();
        IdentityJson linked = IdentityJson.of(social.linkIdentity()
                .link(new LinkIdentity.Command(
                        Authentication.principal(ctx),
                        visit.requiredState(),
                        visit.requiredBrowserToken(),
                        visit.requiredCode(),
                        visit.issuer(),
                        caller.device(ctx.req()))));
        ctx.header("Location", ALL + "/" + linked.id());
        Json.answer(ctx, 201, linked);
    }

    private void list(Context ctx) {
        List<IdentityJson> all = social.listIdentities().list(Authentication.principal(ctx)).stream()
                .map(IdentityJson::of)
                .toList();
        Json.answer(ctx, 200, Page.of(ctx, all, IdentityJson::id));
    }

    private void unlink(Context ctx) {
        LinkedIdentityId identity = new LinkedIdentityId(PathId.of(ctx, "id"));
        social.unlinkIdentity()
                .unlink(new UnlinkIdentity.Command(Authentication.principal(ctx), identity, caller.device(ctx.req())));
        ctx.status(204);
    }
}
