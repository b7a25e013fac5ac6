package io.tenantry.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of Tenantry, as it goes over the wire. */
final class Requests {

    static final String PASSWORD = "correct horse battery";

    private Requests() {}

    static void register(Load load, ChildProcess tenantry, String email, String name) {
        load.once(
                201,
                Load.post(
                        tenantry.base(),
                        "/api/tenants/register",
                        "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(name, email, PASSWORD)));
    }

    static String registration(ChildProcess tenantry, String name) {
        return Load.post(
                tenantry.base(),
                "/api/tenants/register",
                "{\"name\":\"%s\",\"email\":\"owner@%s.example\",\"password\":\"%s\"}".formatted(name, name, PASSWORD));
    }

    static String token(ChildProcess tenantry, String email) {
        return Load.post(
                tenantry.base(),
                "/api/auth/token/",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    }

    /** Without a tenant, to be verified first. */
    static String person(ChildProcess tenantry, String email) {
        return Load.post(
                tenantry.base(),
                "/api/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"confirmPassword\":\"%s\"}".formatted(email, PASSWORD, PASSWORD));
    }

    static String signIn(ChildProcess tenantry, String email, String password) {
        return Load.post(
                tenantry.base(),
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    static String mailTo(ChildProcess tenantry, String path, String email) {
        return Load.post(tenantry.base(), path, "{\"email\":\"%s\"}".formatted(email));
    }

    static String verify(ChildProcess tenantry, String key, int units) {
        return Load.post(
                tenantry.base(), "/api/v1/api-keys/verify", "{\"key\":\"%s\",\"units\":%d}".formatted(key, units));
    }

    /** By its owner, signed in. */
    static String apiKey(ChildProcess tenantry, String tenant, String access, String name) {
        return Load.send(
                tenantry.base(),
                "POST",
                "/api/v1/tenants/" + tenant + "/api-keys",
                access,
                "{\"name\":\"%s\",\"scopes\":[\"tenant:read\",\"billing:read\"]}".formatted(name));
    }

    static String text(String json, String member) {
        Matcher value = Pattern.compile("\"" + member + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + member + " in " + json);
        }
        return value.group(1);
    }
}
