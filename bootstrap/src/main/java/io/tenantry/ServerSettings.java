package io.tenantry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the server listens, and how others see it.
 *
 * @param port 0 takes a free one
 * @param publicUrl if none is given, {@code http://localhost:} and the port
 * @param audience if none is given, the public URL
 * @param corsOrigins exact origins
 * @param trustedProxies addresses, or blocks of them in CIDR notation
 */
public record ServerSettings(
        String host,
        int port,
        Optional<URI> publicUrl,
        Optional<String> audience,
        Set<String> corsOrigins,
        List<String> trustedProxies) {

    private static final int STANDARD_PORT = 8080;

    static ServerSettings read(Values values) {
        int port =
                values.read("PORT", STANDARD_PORT, "a number from 0 to 65535", text -> Parsers.number(text, 0, 65_535));
        Optional<URI> publicUrl = values.read(
                "TENANTRY_PUBLIC_URL", "an address such as https://accounts.example.com", Parsers::webAddress);
        if (port == 0 && publicUrl.isEmpty()) {
            values.warn("PORT=0 without TENANTRY_PUBLIC_URL: the issuer of tokens changes at each start");
        }
        return new ServerSettings(
                values.read("TENANTRY_HOST", "127.0.0.1", "a host name or an IP address", Parsers::host),
                port,
                publicUrl,
                values.given("TENANTRY_AUDIENCE"),
                Set.copyOf(values.readAll(
                        "TENANTRY_CORS_ORIGINS",
                        "exact origins such as https://app.example.com, apart by commas,",
                        Parsers::origin)),
                values.readAll(
                        "TENANTRY_TRUSTED_PROXIES",
                        "IP addresses or blocks such as 10.0.0.0/8, apart by commas,",
                        AddressBlocks::parse));
    }

    /** The public URL, once the port is known. */
    URI publicUrlAt(int boundPort) {
        return publicUrl.orElseGet(() -> URI.create("http://localhost:" + boundPort));
    }
}
