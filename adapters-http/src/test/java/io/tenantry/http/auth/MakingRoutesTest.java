package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.tenantry.http.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Of each {@code POST} that there is, whether it makes something: so that a new one cannot be forgotten. */
class MakingRoutesTest {
    private static final String API = "/api/v1";
    private static final String TENANT = API + "/tenants/{id}";

    private static final Set<String> MAKING = Set.of(
            "/api/tenants/register",
            "/api/auth/register",
            API + "/tenants",
            TENANT + "/invitations",
            API + "/invitations/accept",
            TENANT + "/domains",
            TENANT + "/api-keys",
            TENANT + "/api-keys/{keyId}/rotate",
            TENANT + "/webhooks",
            TENANT + "/webhooks/{webhookId}/secret",
            TENANT + "/webhooks/{webhookId}/test",
            API + "/me/passkeys",
            API + "/me/identities/finish",
            API + "/me/totp/confirm",
            API + "/me/recovery-codes");

    /** They open or renew a session, or give a token: whoever does not hear it asks for another. */
    private static final Set<String> SIGNING_IN = Set.of(
            "/api/tenants/login",
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/token",
            "/api/auth/token/refresh",
            API + "/session",
            API + "/session/mfa",
            API + "/session/passkey",
            API + "/session/refresh",
            API + "/session/social/finish",
            API + "/session/tenant",
            "/oauth/token");

    /** They begin what another call finishes, and is forgotten otherwise. */
    private static final Set<String> BEGINNING = Set.of(
            API + "/session/passkey/options",
            API + "/session/social",
            API + "/me/identities",
            API + "/me/passkeys/options",
            API + "/me/totp");

    /** They change what is there to what it is then, however often; ask; end; or send once more what was sent. */
    private static final Set<String> CHANGING = Set.of(
            "/api/auth/forgot",
            "/api/auth/logout",
            "/api/auth/reset",
            "/api/auth/verify/resend",
            "/oauth/introspect",
            "/oauth/revoke",
            API + "/api-keys/verify",
            API + "/invitations/decline",
            API + "/invitations/preview",
            API + "/me/email",
            API + "/me/email/confirm",
            API + "/me/password",
            API + "/admin/tenants/{id}/restore",
            API + "/admin/users/{id}/password-reset",
            TENANT + "/domains/{host}/verify",
            TENANT + "/invitations/{invitationId}/resend",
            TENANT + "/leave",
            TENANT + "/webhooks/{webhookId}/deliveries/{deliveryId}/replay");

    private static final List<Endpoint> ENDPOINTS = posts();

    @Test
    void these_make_something_and_take_a_key() {
        assertThat(paths(MakingRoutesTest::takesKeys)).containsExactlyInAnyOrderElementsOf(MAKING);
    }

    @Test
    void all_others_sign_in_begin_or_change_something() {
        List<String> others = new ArrayList<>(SIGNING_IN);
        others.addAll(BEGINNING);
        others.addAll(CHANGING);

        assertThat(paths(endpoint -> !takesKeys(endpoint))).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void R8_3_2_what_was_made_in_a_tenant_is_told_again_only_to_who_may_make_it_still() {
        assertThat(paths(endpoint -> endpoint.handler instanceof OnceOnly.Making making
                        && making.right().isPresent()))
                .containsExactlyInAnyOrderElementsOf(
                        MAKING.stream().filter(path -> path.startsWith(TENANT)).toList());
    }

    @Test
    void the_description_names_the_key_at_these_and_no_others() throws IOException {
        try (InputStream document = MakingRoutesTest.class.getResourceAsStream("/openapi.yaml")) {
            List<String> described = YAMLMapper.shared()
                    .readTree(document)
                    .required("paths")
                    .propertyStream()
                    .filter(path -> namesKey(path.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(described).containsExactlyInAnyOrderElementsOf(MAKING);
        }
    }

    private static boolean namesKey(JsonNode path) {
        return path.findValuesAsString("$ref").contains("#/components/parameters/IdempotencyKey");
    }

    private static boolean takesKeys(Endpoint endpoint) {
        return endpoint.handler instanceof OnceOnly.Making;
    }

    private static Set<String> paths(Predicate<Endpoint> such) {
        return ENDPOINTS.stream().filter(such).map(endpoint -> endpoint.path).collect(Collectors.toSet());
    }

    private static List<Endpoint> posts() {
        List<Endpoint> all = new ArrayList<>();
        try (TestServer server = TestServer.setup()
                .beside(config ->
                        config.unsafe.internalRouter.allHttpHandlers().forEach(parsed -> all.add(parsed.endpoint)))
                .start()) {
            assertThat(server.port()).isPositive();
        }
        return all.stream()
                .filter(endpoint -> endpoint.method.equals(HandlerType.POST))
                .toList();
    }
}
