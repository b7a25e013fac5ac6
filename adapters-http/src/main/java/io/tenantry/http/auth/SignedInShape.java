package io.tenantry.http.auth;

import io.tenantry.domain.session.SignedIn;

/** What a contract answers to who has signed in. */
public interface SignedInShape {
    /** @param accessToken of what was signed in */
    Object withTokens(SignedIn signedIn, String accessToken);

    /** The body beside cookies: without a token. */
    Object withCookies(SignedIn signedIn);
}
