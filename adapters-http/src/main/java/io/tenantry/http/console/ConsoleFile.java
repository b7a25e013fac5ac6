package io.tenantry.http.console;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

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
        String accepted = Optional.ofNullable(ctx.header("Accept-Encoding")).orElse("");
        ctx.header("X-Content-Type-Options", "nosniff").contentType(contentType);
        ctx.res().addHeader("Vary", "Accept-Encoding");
        if (brotli.isPresent() && accepts(accepted, "br")) {
            ctx.header("Content-Encoding", "br").result(brotli.get());
        } else if (gzip.isPresent() && accepts(accepted, "gzip")) {
            ctx.header("Content-Encoding", "gzip").result(gzip.get());
        } else {
            ctx.result(plain);
        }
    }

    /** Whether a list of codings names this one, with another weight than none (RFC 9110, section 12.5.3). */
    private static boolean accepts(String list, String coding) {
        Pattern wanted = Pattern.compile(
                "(^|,)\\s*" + coding + "\\s*(;\\s*q=(1.*|0\\.\\d*[1-9]\\d*)\\s*)?(,|$)", Pattern.CASE_INSENSITIVE);
        return wanted.matcher(list).find();
    }
}
