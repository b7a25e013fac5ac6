package io.tenantry.persistence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a database is and who connects: read from {@code jdbc:postgresql://host:port/db?user=…} or
 * {@code postgres://user:password@host:port/db}, several hosts allowed.
 *
 * @param address what stands before the parameters: {@code jdbc:postgresql://…/db}
 * @param parameters of the driver, without user and password
 */
record DatabaseUrl(String address, Map<String, String> parameters, Optional<String> user, Optional<String> password) {

    private static final String JDBC = "jdbc:postgresql:";

    /** How libpq's URLs call what the JDBC driver calls otherwise. */
    private static final Map<String, String> OF_LIBPQ = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "target_session_attrs", "targetServerType");

    private static final Map<String, String> SERVER_TYPES =
            Map.of("read-write", "primary", "read-only", "secondary", "standby", "secondary");

    /** @throws IllegalArgumentException if it is neither; the message does not repeat it, for it may hold a password */
    static DatabaseUrl parse(String url) {
        if (url.startsWith(JDBC)) {
            return fromJdbc(url);
        }
        for (String scheme : new String[] {"postgres://", "postgresql://"}) {
            if (url.startsWith(scheme)) {
                return fromLibpq(url.substring(scheme.length()));
            }
        }
        throw new IllegalArgumentException(
                "not the URL of a PostgreSQL database: jdbc:postgresql://host/db or postgres://user:password@host/db");
    }

    /** With a parameter, unless the URL said something about it. */
    DatabaseUrl withDefault(String parameter, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putIfAbsent(parameter, value);
        return new DatabaseUrl(address, Map.copyOf(all), user, password);
    }

    boolean hasSeveralHosts() {
        return address.contains(",");
    }

    /** For the driver; without user and password. */
    String jdbc() {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", address + "?", ""));
    }

    @Override
    public String toString() {
        return address;
    }

    private static DatabaseUrl fromJdbc(String url) {
        int query = url.indexOf('?');
        String address = query < 0 ? url : url.substring(0, query);
        if (address.contains("@")) {
            throw new IllegalArgumentException(
                    "a jdbc: URL names its user and password as parameters: jdbc:postgresql://host/db?user=…&password=…");
        }
        // Here, as the driver has it, a plus is a space.
        String parameters = query < 0 ? "" : url.substring(query + 1).replace("+", "%20");
        return of(address, parameters, Optional.empty(), Optional.empty());
    }

    private static DatabaseUrl fromLibpq(String rest) {
        int query = rest.indexOf('?');
        String place = query < 0 ? rest : rest.substring(0, query);
        int at = place.lastIndexOf('@');
        String[] who = at < 0 ? new String[0] : place.substring(0, at).split(":", 2);
        return of(
                JDBC + "//" + place.substring(at + 1),
                query < 0 ? "" : rest.substring(query + 1),
                who.length > 0 ? Optional.of(decode(who[0])) : Optional.empty(),
                who.length > 1 ? Optional.of(decode(who[1])) : Optional.empty());
    }

    private static DatabaseUrl of(String address, String query, Optional<String> user, Optional<String> password) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            put(parameters, decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        Optional<String> named = Optional.ofNullable(parameters.remove("user"));
        Optional<String> secret = Optional.ofNullable(parameters.remove("password"));
        return new DatabaseUrl(address, Map.copyOf(parameters), user.or(() -> named), password.or(() -> secret));
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        String known = OF_LIBPQ.getOrDefault(name, name);
        parameters.put(known, known.equals("targetServerType") ? SERVER_TYPES.getOrDefault(value, value) : value);
    }

    private static String decode(String text) {
        try {
            // As libpq has it, a plus is itself.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // Not as a cause: its text may quote a password.
            throw new IllegalArgumentException("the database URL holds a percent sign that encodes nothing");
        }
    }
}
