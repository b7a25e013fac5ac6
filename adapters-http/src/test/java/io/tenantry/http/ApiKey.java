package io.tenantry.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An API key that was made over HTTP, and calls by its secret. */
public record ApiKey(TestServer server, String id, String secret) {

    /** One that the owner made, for as long as it is not revoked. */
    public static ApiKey of(Company company, String... scopes) {
        return of(company, company.owner(), scopes);
    }

    public static ApiKey of(Company company, Person by, String... scopes) {
        Reply made = by.post(company.path("/api-keys"), body(scopes));
        return new ApiKey(company.server(), made.at("/id"), made.at("/key"));
    }

    public static String body(String... scopes) {
        String list = Arrays.stream(scopes).map(scope -> '"' + scope + '"').collect(Collectors.joining(","));
        return "{\"name\":\"Billing\",\"scopes\":[" + list + "]}";
    }

    /** The same key, by another secret. */
    public ApiKey withSecret(String other) {
        return new ApiKey(server, id, other);
    }

    public String path(Company company, String below) {
        return company.path("/api-keys/" + id + below);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    /** @param json null for no body */
    public Reply send(String method, String path, String json) {
        return json == null
                ? server.client().send(method, path, null, "X-API-Key", secret)
                : server.client()
                        .send(
                                method,
                                path,
                                json.getBytes(StandardCharsets.UTF_8),
                                "X-API-Key",
                                secret,
                                "Content-Type",
                                "application/json");
    }

    public Reply verify() {
        return server.client().post("/api/v1/api-keys/verify", "{\"key\":\"" + secret + "\"}");
    }
}
