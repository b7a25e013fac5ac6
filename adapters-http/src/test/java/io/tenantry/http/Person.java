package io.tenantry.http;

import java.nio.charset.StandardCharsets;

/** Somebody who has signed in by the native API, and calls by the access token. */
public record Person(TestServer server, String email, String accessToken, String refreshToken) {
    /** Who signed up a company, and owns it. */
    public static Person owner(TestServer server) {
        return signIn(server, People.owner(server));
    }

    /** Who signed up without a company, and verified the address. */
    public static Person verified(TestServer server) {
        return signIn(server, People.verified(server));
    }

    public static Person signIn(TestServer server, String email, String... headers) {
        Reply reply = server.client().post("/api/v1/session", People.credentials(email, People.PASSWORD), headers);
        return new Person(server, email, reply.at("/accessToken"), reply.at("/refreshToken"));
    }

    /** The same user in another session. */
    public Person again(String... headers) {
        return signIn(server, email, headers);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    /** @param json null for no body */
    public Reply delete(String path, String json) {
        return send("DELETE", path, json);
    }

    public Reply put(String path, String type, byte[] body) {
        return server.client().send("PUT", path, body, "Authorization", bearer(), "Content-Type", type);
    }

    public Reply me() {
        return get("/api/v1/me");
    }

    /** Whether the access token still holds. */
    public boolean isSignedIn() {
        return me().status() == 200;
    }

    public String bearer() {
        return "Bearer " + accessToken;
    }

    private Reply send(String method, String path, String json) {
        return json == null
                ? server.client().send(method, path, null, "Authorization", bearer())
                : server.client()
                        .send(
                                method,
                                path,
                                json.getBytes(StandardCharsets.UTF_8),
                                "Authorization",
                                bearer(),
                                "Content-Type",
                                "application/json");
    }
}
