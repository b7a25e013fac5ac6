package io.tenantry.http.wire;

/**
 * A refusal on the level of HTTP, before any use case is asked. Like {@link io.tenantry.domain.failure.DomainFailure}, an
 * answer and not a fault: it carries no stack trace.
 */
public final class WireFailure extends RuntimeException {
    private final int status;
    private final String code;

    /** @param code what the native API calls it, in snake_case */
    public WireFailure(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static WireFailure malformed() {
        return new WireFailure(400, "malformed_json", "Malformed JSON");
    }

    public static WireFailure badRequest(String message) {
        return new WireFailure(400, "bad_request", message);
    }

    public static WireFailure timeout() {
        return new WireFailure(408, "request_timeout", "The request took too long");
    }

    public static WireFailure tooLarge() {
        return new WireFailure(413, "payload_too_large", "The request body is too large");
    }

    public static WireFailure unsupportedMediaType() {
        return new WireFailure(415, "unsupported_media_type", "Content-Type must be application/json");
    }

    static WireFailure noPicture() {
        return new WireFailure(415, "unsupported_media_type", "Content-Type must be image/png or image/jpeg");
    }

    public static WireFailure invalidPicture() {
        return new WireFailure(400, "invalid_picture", "The picture cannot be used");
    }

    public static WireFailure foreignOrigin() {
        return new WireFailure(403, "foreign_origin", "Requests with cookies must come from the same origin");
    }

    public static WireFailure noAccess() {
        return new WireFailure(403, "forbidden", "Forbidden");
    }

    public static WireFailure notFound() {
        return new WireFailure(404, "not_found", "Not found");
    }

    public static WireFailure methodNotAllowed() {
        return new WireFailure(405, "method_not_allowed", "Method not allowed");
    }

    /** What the server itself refused. */
    public static WireFailure ofStatus(int status) {
        return switch (status) {
            case 400 -> badRequest("Bad request");
            case 403 -> noAccess();
            case 404 -> notFound();
            case 405 -> methodNotAllowed();
            case 408 -> timeout();
            case 413 -> tooLarge();
            case 414 -> new WireFailure(status, "bad_request", "The request URI is too long");
            case 415 -> unsupportedMediaType();
            case 431 -> new WireFailure(status, "headers_too_large", "The request headers are too large");
            case 503 -> new WireFailure(status, "unavailable", "The service is temporarily unavailable");
            default -> new WireFailure(status, "bad_request", "The request cannot be served");
        };
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
