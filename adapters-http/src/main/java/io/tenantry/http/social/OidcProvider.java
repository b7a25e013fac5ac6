package io.tenantry.http.social;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider that is spoken to by OpenID Connect. Thread-safe. */
final class OidcProvider implements IdentityProvider {

    private static final Scope SCOPE = new Scope("openid", "email", "profile");

    private final ProviderSettings settings;
    private final ClientID client;
    private final URI redirect;
    private final ProviderCalls calls;
    private final Discovery discovery;
    private final IdTokens idTokens;

    OidcProvider(ProviderSettings settings, URI redirect, ProviderCalls calls, InstantSource clock) {
        this.settings = settings;
        this.client = new ClientID(settings.clientId());
        this.redirect = redirect;
        this.calls = calls;
        this.discovery = new Discovery(settings.openIdIssuer(), clock);
        this.idTokens = new IdTokens(client, discovery, clock);
    }

    @Override
    public URI authorizationUri(String state, String nonce, String codeVerifier) {
        return calls.call(call -> new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client, redirect)
                .endpointURI(discovery.metadata(call).getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(codeVerifier), CodeChallengeMethod.S256)
                .build()
                .toURI());
    }

    @Override
    public ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer) {
        return calls.call(call -> {
            OIDCProviderMetadata metadata = discovery.metadata(call);
            requireIssuer(metadata, issuer);
            OIDCTokens tokens = tokens(authorization, code, metadata, call);
            JWTClaimsSet idToken = idTokens.validated(tokens.getIDToken(), authorization.nonce(), metadata, call);
            Map<String, Object> person =
                    tellsAddress(idToken, metadata) ? idToken.getClaims() : userInfo(tokens, idToken, metadata, call);
            return PersonClaims.identity(metadata.getIssuer().getValue(), idToken.getSubject(), person);
        });
    }

    /** RFC 9207, section 2.4. */
    private static void requireIssuer(OIDCProviderMetadata metadata, Optional<String> issuer) {
        boolean fits = issuer.map(metadata.getIssuer().getValue()::equals)
                .orElse(!metadata.supportsAuthorizationResponseIssuerParam());
        if (!fits) {
            throw new SocialSignInFailed();
        }
    }

    private OIDCTokens tokens(
            Authorization authorization, String code, OIDCProviderMetadata metadata, ProviderCall call)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), redirect, new CodeVerifier(authorization.codeVerifier()));
        TokenRequest request =
                new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(metadata), grant).build();
        OIDCTokenResponse granted = (OIDCTokenResponse) TokenAnswers.granted(
                settings.name(),
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send(call)));
        if (granted.getOIDCTokens().getIDToken() == null) {
            throw new ParseException("no ID token");
        }
        return granted.getOIDCTokens();
    }

    /** OpenID Connect Core 1.0, section 9: the first of the two that the provider takes. */
    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        Secret secret = new Secret(settings.clientSecret());
        List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
        boolean post = taken != null
                && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    /** With a code, a provider may tell of the address at the user info endpoint alone (section 5.4). */
    private static boolean tellsAddress(JWTClaimsSet idToken, OIDCProviderMetadata metadata) {
        return idToken.getClaim("email") != null || metadata.getUserInfoEndpointURI() == null;
    }

    /** Section 5.3.2: it must be of the same person. */
    private static Map<String, Object> userInfo(
            OIDCTokens tokens, JWTClaimsSet idToken, OIDCProviderMetadata metadata, ProviderCall call)
            throws IOException, ParseException {
        UserInfoRequest request = new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getBearerAccessToken());
        UserInfo told = UserInfoResponse.parse(request.toHTTPRequest().send(call))
                .toSuccessResponse()
                .getUserInfo();
        if (told == null || !told.getSubject().getValue().equals(idToken.getSubject())) {
            throw new SocialSignInFailed();
        }
        return told.toJSONObject();
    }
}
