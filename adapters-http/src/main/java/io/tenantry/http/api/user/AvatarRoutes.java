package io.tenantry.http.api.user;

import io.javalin.http.Context;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.ReadAvatar;
import io.tenantry.domain.user.StoreAvatar;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.UserUseCases;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.PathId;
import io.tenantry.http.wire.PictureBody;
import java.util.Optional;

/** {@code /api/v1/me/avatar} and {@code /api/v1/users/{id}/avatar}: users' pictures. */
public final class AvatarRoutes {
    private final UserUseCases users;
    private final AvatarUrls avatarUrls;
    private final AvatarStudio studio = new AvatarStudio();

    public AvatarRoutes(UserUseCases users, AvatarUrls avatarUrls) {
        this.users = users;
        this.avatarUrls = avatarUrls;
    }

    public void mount(Routes routes) {
        routes.put("/api/v1/me/avatar", RouteAccess.USER, this::store);
        routes.delete("/api/v1/me/avatar", RouteAccess.USER, this::remove);
        routes.get("/api/v1/users/{id}/avatar", RouteAccess.USER, this::show);
    }

    private void store(Context ctx) {
        Principal by = Authentication.principal(ctx);
        Avatar avatar = studio.avatar(by.user(), PictureBody.read(ctx), PictureFormat.ofType(PictureBody.type(ctx)));
        users.storeAvatar().store(new StoreAvatar.Command(by, avatar));
        Json.answer(ctx, 200, new AvatarJson(avatarUrls.of(by.user(), Optional.of(avatar.tag()))));
    }

    private void remove(Context ctx) {
        users.removeAvatar().remove(Authentication.principal(ctx));
        Json.answer(ctx, 200, new AvatarJson(null));
    }

    private void show(Context ctx) {
        UserId of = new UserId(PathId.of(ctx, "id"));
        Avatar avatar = users.readAvatar().read(new ReadAvatar.Command(Authentication.principal(ctx), of));
        String tag = "\"" + avatar.tag() + "\"";
        ctx.header("ETag", tag).header("Cache-Control", "private, no-cache");
        String known = ctx.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            ctx.status(304);
        } else {
            // A picture has no charset; the server would name one.
            ctx.res().setCharacterEncoding((String) null);
            ctx.contentType("image/png").result(avatar.png());
        }
    }

    /** @param avatarUrl null if there is no picture */
    record AvatarJson(String avatarUrl) {}
}
