package io.tenantry.http.auth;

import io.javalin.http.Context;
import io.tenantry.domain.apikey.AuthenticateApiKey;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.AuthenticateMachine;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.http.wire.Caller;
import io.tenantry.http.wire.WireFailure;
import java.util.Optional;

/**
 * Finds out who calls: by an access token or an API key in a header, or where no such header came by the session cookie, which
 * users alone have. What stands anywhere else, in a query string say, is not looked at.
 */
public final class Authentication {
    private static final String CALLER = "io.tenantry.http.caller";

    private final JwtCodec codec;
    private final SessionCookies cookies;
    private final Proofs proofs;
    private final Caller caller;

    public Authentication(JwtCodec codec, SessionCookies cookies, Proofs proofs, Caller caller) {
        this.codec = codec;
        this.cookies = cookies;
        this.proofs = proofs;
        this.caller = caller;
    }

    /** Who calls, as far as it was found out. */
    public static Optional<TenantCaller> known(Context ctx) {
        return Optional.ofNullable(ctx.attribute(CALLER));
    }

    /** Who calls, if it is a user, as far as it was found out. */
    public static Optional<Principal> knownUser(Context ctx) {
        return known(ctx).filter(Principal.class::isInstance).map(Principal.class::cast);
    }

    /** Who calls a route for users. */
    public static Principal principal(Context ctx) {
        return knownUser(ctx).orElseThrow(Unauthenticated::new);
    }

    /** Who calls a route for users and keys. */
    public static TenantCaller caller(Context ctx) {
        return known(ctx).orElseThrow(Unauthenticated::new);
    }

    /** @throws Unauthenticated if the request shows neither token nor key, or one that does not hold */
    public TenantCaller authenticate(Context ctx) {
        TenantCaller found = HeaderToken.isTried(ctx) ? byHeader(ctx) : byCookie(ctx);
        ctx.attribute(CALLER, found);
        return found;
    }

    /**
     * The same, where only users may call.
     *
     * @throws WireFailure 403 if it is a key
     */
    public Principal authenticateUser(Context ctx) {
        if (authenticate(ctx) instanceof Principal user) {
            return user;
        }
        throw WireFailure.noAccess();
    }

    /**
     * The key that calls, by what is shown as it, wherever that stood.
     *
     * @throws Unauthenticated if it is none, or not good just now
     */
    public KeyPrincipal authenticateKey(Context ctx, String shown) {
        KeyPrincipal key = proofs.keys().authenticate(shown, caller.device(ctx.req()));
        ctx.attribute(CALLER, key);
        return key;
    }

    /** Whether the request shows anything by which somebody may be signed in, good or not. */
    boolean isTried(Context ctx) {
        return HeaderToken.isTried(ctx) || cookies.arePresent(ctx);
    }

    /** Whether the caller says in a header who it is, rightly or not: then its cookies count for nothing. */
    static boolean hasHeader(Context ctx) {
        return HeaderToken.isTried(ctx);
    }

    /** Whether the caller shows a bearer token or a key, good or not, which no browser adds by itself. */
    static boolean hasToken(Context ctx) {
        return HeaderToken.of(ctx).isPresent();
    }

    private TenantCaller byHeader(Context ctx) {
        HeaderToken shown = HeaderToken.of(ctx).orElseThrow(Unauthenticated::new);
        return shown.isKey() ? authenticateKey(ctx, shown.value()) : proofs.check(codec.verify(shown.value()));
    }

    private TenantCaller byCookie(Context ctx) {
        String token = cookies.access(ctx).orElseThrow(Unauthenticated::new);
        if (codec.verify(token) instanceof TokenClaims.OfUser user) {
            return proofs.check(user);
        }
        throw new Unauthenticated();
    }

    /** By which use cases it is decided whether what was shown still holds. */
    public record Proofs(Authenticate users, AuthenticateMachine machines, AuthenticateApiKey keys) {
        TenantCaller check(TokenClaims shown) {
            return shown instanceof TokenClaims.OfMachine machine
                    ? machines.authenticate(machine.claims())
                    : users.authenticate(((TokenClaims.OfUser) shown).claims());
        }
    }
}
