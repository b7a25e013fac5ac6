package io.tenantry;

import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.http.wire.AddressBlocks;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the server listens, and how others see it.
 *
 * @param port 0 takes a free one
 * @param publicUrl if none is given, {@code http://localhost:} and the port
 * @param audience if none is given, the public URL
 * @param corsOrigins exact origins
 * @param trustedProxies addresses, or blocks of them in CIDR notation
 * @param webAuthnRpId the domain that passkeys are for; if none is given, the public URL's host
 * @param metricsToken with which {@code /metrics} is read from elsewhere than this machine
 * @param webhookAllow addresses, or blocks of them in CIDR notation, that webhooks may reach though they are not public
 */
public record ServerSettings(
        String host,
        int port,
        Optional<URI> publicUrl,
        Optional<String> audience,
        Set<String> corsOrigins,
        List<String> trustedProxies,
        Optional<String> webAuthnRpId,
        Optional<String> metricsToken,
        List<String> webhookAllow) {

    private static final int STANDARD_PORT = 8080;

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,500}");

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
                addressBlocks(values, "TENANTRY_TRUSTED_PROXIES"),
                rpId(values, publicUrl),
                values.read("TENANTRY_METRICS_TOKEN", "visible ASCII characters", ServerSettings::token),
                addressBlocks(values, "TENANTRY_WEBHOOK_ALLOW"));
    }

    private static List<String> addressBlocks(Values values, String name) {
        return values.readAll(
                name, "IP addresses or blocks such as 10.0.0.0/8, apart by commas,", ServerSettings::addressBlock);
    }

    private static Optional<String> addressBlock(String text) {
        return Optional.of(text).filter(AddressBlocks::isBlock);
    }

    /** The public URL, once the port is known. */
    URI publicUrlAt(int boundPort) {
        return publicUrl.orElseGet(() -> URI.create("http://localhost:" + boundPort));
    }

    /** Passkeys may also be used on the other front ends, as far as their hosts belong to the domain. */
    WebAuthn webAuthnAt(URI foundUrl) {
        String domain = webAuthnRpId.orElseGet(foundUrl::getHost);
        Set<String> others = corsOrigins.stream()
                .filter(origin -> ("." + URI.create(origin).getHost()).endsWith("." + domain))
                .collect(Collectors.toSet());
        return Wiring.webAuthn(foundUrl, domain, others);
    }

    @Override
    public String toString() {
        return "ServerSettings[" + host + ":" + port + " "
                + publicUrl.map(URI::toString).orElse("") + "]";
    }

    /** Web Authentication, section 5.1.3: the effective domain, or a registrable suffix of it. */
    private static Optional<String> rpId(Values values, Optional<URI> publicUrl) {
        String host = publicUrl.map(URI::getHost).orElse("localhost").toLowerCase(Locale.ROOT);
        return values.read(
                "TENANTRY_WEBAUTHN_RP_ID",
                "the public URL's host, " + host + ", or a domain that it belongs to,",
                text -> Optional.of(text)
                        .filter(id -> id.equals(host) || (id.contains(".") && host.endsWith("." + id))));
    }

    private static Optional<String> token(String text) {
        return Optional.of(text).filter(VISIBLE_ASCII.asMatchPredicate());
    }
}
