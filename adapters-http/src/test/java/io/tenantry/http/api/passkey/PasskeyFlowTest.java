package io.tenantry.http.api.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.DrivenPortsFixture;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import io.tenantry.http.passkey.SoftAuthenticator;
import io.tenantry.http.passkey.YubicoWebAuthn;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way of a passkey, with real keys and signatures, over HTTP and through the use cases. */
class PasskeyFlowTest {
    private final TestServer server = TestServer.setup()
            .driven(ports -> DrivenPortsFixture.with(
                    ports, new YubicoWebAuthn("localhost", "Tenantry", Set.of(TestServer.PUBLIC_URL))))
            .start();
    private final Person ada = Person.owner(server);
    private final SoftAuthenticator phone = new SoftAuthenticator(TestServer.PUBLIC_URL);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_passkey_is_added_signs_in_is_a_second_step_and_is_gone_when_removed() {
        Reply added = Passkeys.add(ada, phone::register, "Phone");
        assertThat(added.status()).isEqualTo(201);
        Reply alone = Passkeys.signIn(server, phone::sign);
        assertThat(alone.status()).isEqualTo(200);
        assertThat(alone.at("/user/email")).isEqualTo(ada.email());
        Reply first = server.client().post("/api/v1/session", People.credentials(ada.email(), People.PASSWORD));
        assertThat(Passkeys.secondStep(server, phone::sign, first.at("/mfaToken"))
                        .status())
                .isEqualTo(200);
        assertThat(ada.delete(Passkeys.MINE + "/" + added.at("/id"), Passkeys.PASSWORD)
                        .status())
                .isEqualTo(204);
        assertThat(Passkeys.signIn(server, phone::sign).status()).isEqualTo(401);
        assertThat(People.signIn(server, ada.email()).status()).isEqualTo(200);
    }

    @Test
    void each_of_several_passkeys_signs_in_also_as_a_second_step() {
        SoftAuthenticator key = new SoftAuthenticator(TestServer.PUBLIC_URL);
        Passkeys.add(ada, phone::register, "Phone");
        assertThat(Passkeys.add(ada, key::register, "Key").status()).isEqualTo(201);
        for (SoftAuthenticator any : new SoftAuthenticator[] {phone, key}) {
            assertThat(Passkeys.signIn(server, any::sign).status()).isEqualTo(200);
            Reply first = server.client().post("/api/v1/session", People.credentials(ada.email(), People.PASSWORD));
            assertThat(Passkeys.secondStep(server, any::sign, first.at("/mfaToken"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_passkey_that_was_made_on_another_site_signs_nobody_in() {
        Passkeys.add(ada, phone::register, "Phone");
        SoftAuthenticator elsewhere = new SoftAuthenticator("https://evil.example");
        Reply asked = ada.post(Passkeys.MINE + "/options", Passkeys.PASSWORD);
        Reply refused = ada.post(Passkeys.MINE, Passkeys.signed(asked, elsewhere::register, ",\"name\":\"Evil\""));
        assertThat(refused.at("/code")).isEqualTo("invalid_passkey");
        assertThat(Passkeys.signIn(server, elsewhere::sign).status()).isEqualTo(401);
    }

    @Test
    void R2_2_1_any_answer_that_fits_into_a_body_is_refused_and_soon() {
        Passkeys.add(ada, phone::register, "Phone");
        for (String answer : new String[] {
            "{}",
            "{\"id\":\"" + "A".repeat(60_000) + "\",\"type\":\"public-key\",\"response\":{}}",
            "{\"id\":[1],\"response\":{\"clientDataJSON\":{}}}"
        }) {
            assertThat(Passkeys.signIn(server, options -> answer).status()).isEqualTo(401);
        }
    }
}
