package io.tenantry.http.api.invitation;

import io.javalin.http.Context;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationUseCases;
import io.tenantry.domain.invitation.Invite;
import io.tenantry.domain.invitation.ResendInvitation;
import io.tenantry.domain.invitation.RevokeInvitation;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.api.tenant.TenantPath;
import io.tenantry.http.auth.Authentication;
import io.tenantry.http.auth.RouteAccess;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.Json;
import io.tenantry.http.wire.JsonBody;
import io.tenantry.http.wire.Paging;
import io.tenantry.http.wire.PathId;
import io.tenantry.http.wire.QueryFields;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/tenants/{id}/invitations}: whom a tenant asks to join. */
public final class TenantInvitationRoutes {
    private static final String ALL = "/api/v1/tenants/{id}/invitations";
    private static final String ONE = ALL + "/{invitationId}";
    private static final Map<String, Role> ROLES =
            Map.of("owner", Role.OWNER, "admin", Role.ADMIN, "member", Role.MEMBER);

    private final InvitationUseCases invitations;
    private final Caller caller;

    public TenantInvitationRoutes(InvitationUseCases invitations, Caller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    public void mount(Routes routes) {
        routes.makingInTenant(ALL, RouteAccess.USER_OR_KEY, TenantPath.right(Permission.MANAGE_MEMBERS), this::invite);
        routes.get(ALL, RouteAccess.USER_OR_KEY, this::list);
        routes.delete(ONE, RouteAccess.USER_OR_KEY, this::revoke);
        routes.post(ONE + "/resend", RouteAccess.USER_OR_KEY, this::resend);
    }

    private void invite(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        Fields fields = JsonBody.read(ctx);
        Optional<EmailAddress> email = fields.email("email");
        Optional<Role> role = fields.word("role", ROLES);
        fields.check();
        InvitationJson made = InvitationJson.of(invitations
                .invite()
                .invite(new Invite.Command(
                        Authentication.caller(ctx),
                        tenant,
                        email.orElseThrow(),
                        role.orElseThrow(),
                        caller.device(ctx.req()))));
        ctx.header("Location", ALL.replace("{id}", tenant.toString()) + "/" + made.id());
        Json.answer(ctx, 201, made);
    }

    private void list(Context ctx) {
        TenantId tenant = TenantPath.tenant(ctx);
        QueryFields query = QueryFields.of(ctx);
        PageRequest page = Paging.asked(query);
        query.check();
        Json.answer(
                ctx,
                200,
                Paging.answer(
                        invitations.listInvitations().list(Authentication.caller(ctx), tenant, page),
                        InvitationJson::of));
    }

    private void revoke(Context ctx) {
        RevokeInvitation.Command command = new RevokeInvitation.Command(
                Authentication.caller(ctx), TenantPath.tenant(ctx), invitation(ctx), caller.device(ctx.req()));
        Json.answer(ctx, 200, InvitationJson.of(invitations.revokeInvitation().revoke(command)));
    }

    private void resend(Context ctx) {
        JsonBody.read(ctx);
        ResendInvitation.Command command = new ResendInvitation.Command(
                Authentication.caller(ctx), TenantPath.tenant(ctx), invitation(ctx), caller.device(ctx.req()));
        Json.answer(ctx, 200, InvitationJson.of(invitations.resendInvitation().resend(command)));
    }

    private static InvitationId invitation(Context ctx) {
        return new InvitationId(PathId.of(ctx, "invitationId"));
    }
}
