package io.tenantry.http.social;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.ExternalIdentity;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * GitHub, which speaks OAuth 2 and not OpenID Connect: who somebody is, its API tells to who holds the access token. A subject
 * is the account's number, which outlives its name. Thread-safe.
 */
final class GitHubProvider implements IdentityProvider {

    private static final String ISSUER = "https://github.com";
    /** Either name of itself, should it give one (RFC 9207); it promises none. */
    private static final Set<String> NAMES = Set.of(ISSUER, ISSUER + "/login/oauth");

    private static final Scope SCOPE = new Scope("user:email");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ProviderSettings settings;
    private final ClientID client;
    private final URI redirect;
    private final GitHubAddresses addresses;
    private final ProviderCalls calls;

    GitHubProvider(ProviderSettings settings, URI redirect, GitHubAddresses addresses, ProviderCalls calls) {
        this.settings = settings;
        this.client = new ClientID(settings.clientId());
        this.redirect = redirect;
        this.addresses = addresses;
        this.calls = calls;
    }

    @Override
    public URI authorizationUri(String state, String nonce, String codeVerifier) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, client)
                .endpointURI(addresses.authorize())
                .redirectionURI(redirect)
                .scope(SCOPE)
                .state(new State(state))
                .codeChallenge(new CodeVerifier(codeVerifier), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public ExternalIdentity redeem(Authorization authorization, String code, Optional<String> issuer) {
        if (!issuer.map(NAMES::contains).orElse(true)) {
            throw new SocialSignInFailed();
        }
        return calls.call(call -> {
            String token = token(authorization, code, call);
            JsonNode user = read(addresses.user(), token, call);
            Optional<EmailAddress> email = primary(read(addresses.emails(), token, call));
            return new ExternalIdentity(ISSUER, number(user), email, email.isPresent(), name(user));
        });
    }

    private String token(Authorization authorization, String code, ProviderCall call)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), redirect, new CodeVerifier(authorization.codeVerifier()));
        HTTPRequest request = new TokenRequest.Builder(
                        addresses.token(), new ClientSecretPost(client, new Secret(settings.clientSecret())), grant)
                .build()
                .toHTTPRequest();
        request.setAccept("application/json");
        return TokenAnswers.granted(settings.name(), parsed(request.send(call)))
                .toSuccessResponse()
                .getTokens()
                .getAccessToken()
                .getValue();
    }

    /** A refusal comes with the status 200. */
    private static TokenResponse parsed(HTTPResponse response) throws ParseException {
        return response.getStatusCode() == HTTPResponse.SC_OK
                ? TokenResponse.parse(response.getBodyAsJSONObject())
                : TokenResponse.parse(response);
    }

    private static JsonNode read(URI address, String token, ProviderCall call) throws IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
        request.setAuthorization("Bearer " + token);
        request.setAccept("application/vnd.github+json");
        HTTPResponse response = request.send(call);
        if (response.getStatusCode() != HTTPResponse.SC_OK) {
            throw new SocialSignInFailed();
        }
        try {
            return MAPPER.readTree(response.getBody());
        } catch (JsonProcessingException noJson) {
            throw new SocialSignInFailed();
        }
    }

    private static String number(JsonNode user) {
        JsonNode id = user.path("id");
        if (!id.isIntegralNumber()) {
            throw new SocialSignInFailed();
        }
        return id.asText();
    }

    private static PersonName name(JsonNode user) {
        return Optional.ofNullable(user.path("name").textValue())
                .map(PersonName::ofFull)
                .orElse(PersonName.NONE);
    }

    /** The one that GitHub writes to, if it is verified. */
    private static Optional<EmailAddress> primary(JsonNode emails) {
        return StreamSupport.stream(emails.spliterator(), false)
                .filter(email -> isTrue(email, "primary") && isTrue(email, "verified"))
                .findFirst()
                .map(email -> email.path("email").textValue())
                .flatMap(EmailAddress::parse);
    }

    private static boolean isTrue(JsonNode email, String member) {
        return email.path(member).isBoolean() && email.path(member).booleanValue();
    }
}
