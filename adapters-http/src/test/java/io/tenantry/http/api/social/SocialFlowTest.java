package io.tenantry.http.api.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.social.ProviderName;
import io.tenantry.http.DrivenPortsFixture;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import io.tenantry.http.social.OidcProviders;
import io.tenantry.http.social.ProviderSettings;
import io.tenantry.http.social.ScriptedProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way to a provider and back, with real tokens and signatures, over HTTP and through the use cases. */
class SocialFlowTest {
    private final ScriptedProvider provider = new ScriptedProvider();
    private final TestServer server = TestServer.setup()
            .driven(ports -> DrivenPortsFixture.with(
                    ports, new OidcProviders(List.of(settings()), URI.create(TestServer.PUBLIC_URL))))
            .start();

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    @Test
    void a_newcomer_is_taken_up_and_known_the_next_time() {
        Reply first = signIn();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/user/email")).isEqualTo("ada@example.com");
        assertThat(first.at("/user/fullName")).isEqualTo("Ada Lovelace");
        provider.person.put("email", "other@example.com");
        assertThat(signIn().at("/user/id")).isEqualTo(first.at("/user/id"));
    }

    @Test
    void who_is_signed_in_links_an_account_and_signs_in_by_it() {
        Person ada = Person.verified(server);
        Reply started =
                ada.post("/api/v1/me/identities", "{\"provider\":\"acme\",\"password\":\"" + People.PASSWORD + "\"}");
        assertThat(ada.post("/api/v1/me/identities/finish", back(started)).status())
                .isEqualTo(201);
        assertThat(signIn().at("/user/email")).isEqualTo(ada.email());
    }

    @Test
    void R6_8_2_nobody_signs_in_by_an_address_that_the_provider_does_not_vouch_for() {
        provider.person.put("email", People.verified(server));
        provider.person.put("email_verified", false);
        Reply reply = signIn();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("social_sign_in_failed");
    }

    @Test
    void a_provider_that_is_down_is_503_and_says_when_to_try_again() {
        Reply started = start();
        String body = back(started);
        provider.close();
        Reply reply = server.client().post("/api/v1/session/social/finish", body);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isPresent();
    }

    private Reply signIn() {
        return server.client().post("/api/v1/session/social/finish", back(start()));
    }

    private Reply start() {
        return server.client().post("/api/v1/session/social", "{\"provider\":\"acme\"}");
    }

    private String back(Reply started) {
        ScriptedProvider.Return back = provider.visit(URI.create(started.at("/authorizationUrl")));
        return """
                {"state":"%s","code":"%s","browserToken":"%s"}""".formatted(back.state(), back.code(), started.at("/browserToken"));
    }

    private ProviderSettings settings() {
        return new ProviderSettings(
                new ProviderName("acme"),
                "Acme",
                ProviderSettings.Kind.OIDC,
                Optional.of(URI.create(provider.issuer())),
                ScriptedProvider.CLIENT,
                ScriptedProvider.SECRET);
    }
}
