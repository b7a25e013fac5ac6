package io.tenantry.http.api.passkey;

import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.function.UnaryOperator;

/** The calls of a browser with an authenticator beside it: the authenticator makes an answer of the options. */
final class Passkeys {
    static final String MINE = "/api/v1/me/passkeys";
    static final String SESSION = "/api/v1/session/passkey";
    static final String PASSWORD = "{\"password\":\"" + People.PASSWORD + "\"}";

    private Passkeys() {}

    /** Adds a passkey; the answer that adds it. */
    static Reply add(Person person, UnaryOperator<String> authenticator, String name) {
        Reply asked = person.post(MINE + "/options", PASSWORD);
        return person.post(MINE, """
                {"ceremony":"%s","credential":%s,"name":"%s"}""".formatted(asked.at("/ceremony"), answer(asked, authenticator), name));
    }

    static Reply signIn(TestServer server, UnaryOperator<String> authenticator) {
        return signIn(server, authenticator, "");
    }

    /** @param more members of the second request, each behind a comma */
    static Reply signIn(TestServer server, UnaryOperator<String> authenticator, String more) {
        Reply asked = server.client().post(SESSION + "/options", "{}");
        return server.client().post(SESSION, signed(asked, authenticator, more));
    }

    /** Shows a passkey as the second step of a sign-in. */
    static Reply secondStep(TestServer server, UnaryOperator<String> authenticator, String mfaToken) {
        Reply asked = server.client().post(SESSION + "/options", "{\"mfaToken\":\"" + mfaToken + "\"}");
        return server.client().post(SESSION, signed(asked, authenticator, ",\"mfaToken\":\"" + mfaToken + "\""));
    }

    static String signed(Reply asked, UnaryOperator<String> authenticator, String more) {
        return """
                {"ceremony":"%s","credential":%s%s}""".formatted(asked.at("/ceremony"), answer(asked, authenticator), more);
    }

    private static String answer(Reply asked, UnaryOperator<String> authenticator) {
        return authenticator.apply(asked.json().required("publicKey").toString());
    }
}
