package io.tenantry.http.console;

import io.javalin.http.Context;
import io.tenantry.http.wire.AcceptedCodings;
import java.util.Optional;

/** A file as it is, and as it was compressed by the build. Immutable. */
final class ConsoleFile {

    private final String contentType;
    private final byte[] plain;
    private final Optional<byte[]> gzip;
    private final Optional<byte[]> brotli;

    /** @param gzip empty if the build made none, as {@code brotli} */
    ConsoleFile(String contentType, byte[] plain, Optional<byte[]> gzip, Optional<byte[]> brotli) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzip = gzip;
        this.brotli = brotli;
    }

    void send(Context ctx) {
        AcceptedCodings accepted = AcceptedCodings.of(ctx);
        ctx.header("X-Content-Type-Options", "nosniff").contentType(contentType);
        ctx.res().addHeader("Vary", "Accept-Encoding");
        if (brotli.isPresent() && accepted.contain("br")) {
            ctx.header("Content-Encoding", "br").result(brotli.get());
        } else if (gzip.isPresent() && accepted.contain("gzip")) {
            ctx.header("Content-Encoding", "gzip").result(gzip.get());
        } else {
            ctx.result(plain);
        }
    }
}
