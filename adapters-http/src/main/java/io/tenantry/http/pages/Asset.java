package io.tenantry.http.pages;

import io.javalin.http.Context;
import io.tenantry.http.wire.AcceptedCodings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file that pages use. Read from the class path when it is first asked for, then kept. Thread-safe. */
final class Asset {

    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/"
            + ClassPath.text("swagger-ui.version").strip() + "/";

    private final String name;
    private final String path;
    private final String contentType;
    private volatile Content content;

    private Asset(String name, String path, String contentType) {
        this.name = name;
        this.path = path;
        this.contentType = contentType + "; charset=utf-8";
    }

    static Asset own(String path, String contentType) {
        return new Asset(path, path, contentType);
    }

    static Asset swaggerUi(String name, String contentType) {
        return new Asset(name, SWAGGER_UI + name, contentType);
    }

    String name() {
        return name;
    }

    void send(Context ctx) {
        Content current = content();
        ctx.header("ETag", current.tag)
                .header("Cache-Control", "public, max-age=300")
                .addHeader("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff");
        if (known(ctx, current.tag)) {
            ctx.status(304);
        } else if (AcceptedCodings.of(ctx).contain("gzip")) {
            // Nothing of a request is in these files, so their compressed size betrays nothing.
            ctx.contentType(contentType).header("Content-Encoding", "gzip").result(current.zipped);
        } else {
            ctx.contentType(contentType).result(current.plain);
        }
    }

    private static boolean known(Context ctx, String tag) {
        String tags = ctx.header("If-None-Match");
        return tags != null && tags.contains(tag);
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            known = new Content(ClassPath.bytes(path));
            content = known;
        }
        return known;
    }

    private static final class Content {

        private final byte[] plain;
        private final byte[] zipped;
        /** Weak (RFC 9110, section 8.8.1): it is the same for the plain bytes and the compressed ones. */
        private final String tag;

        Content(byte[] plain) {
            this.plain = plain;
            this.zipped = zip(plain);
            this.tag = "W/\"" + HexFormat.of().formatHex(sha256(plain), 0, 16) + "\"";
        }

        private static byte[] sha256(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException everyJvmHasIt) {
                throw new IllegalStateException(everyJvmHasIt);
            }
        }

        private static byte[] zip(byte[] bytes) {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
                out.write(bytes);
            } catch (IOException memoryDoesNotFail) {
                throw new UncheckedIOException(memoryDoesNotFail);
            }
            return zipped.toByteArray();
        }
    }
}
