package io.tenantry.http.openapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what a server answers against {@code openapi.yaml}: that path, method and status are documented, the content type is
 * one of those listed and says its charset, no documented header is missing or odd, and the body satisfies its schema.
 *
 * <p>A slash at the end of a path never matters. {@code HEAD} is documented by its {@code GET}. A method that a path has not
 * must be 405 in the words of that path, and a path that does not exist 404 or 405: in the words of the contract that has the
 * paths beside it, else as {@code application/problem+json}.
 * {@code OPTIONS} may be 200 or 204 without a body, for CORS. Thread-safe.
 */
public final class OpenApiContract {

    private static final Set<Integer> WITHOUT_CONTENT = Set.of(200, 204);

    private final OpenApiDocument document;
    private final ResponseCheck check;

    OpenApiContract(OpenApiDocument document) {
        this.document = document;
        this.check = new ResponseCheck(document);
    }

    /** The contract that the server publishes. Reading it takes a moment: keep it. */
    public static OpenApiContract published() {
        return Published.CONTRACT;
    }

    /**
     * @param path as it was asked for; a query is passed over
     * @param headers of the answer, by name in any case
     * @param contentType of the answer; null if it has none
     * @param body of the answer; null or empty if it has none
     * @throws AssertionError if the answer is not as documented; its message lists every fault
     */
    public void holds(
            String method,
            String path,
            int status,
            Map<String, List<String>> headers,
            String contentType,
            byte[] body) {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Answer answer = new Answer(method, path, status, headers, contentType, text);
        List<String> faults = faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("not as openapi.yaml says:\n- " + String.join("\n- ", faults) + "\n" + answer);
        }
    }

    private List<String> faults(Answer answer) {
        if (answer.method().equals("OPTIONS") && WITHOUT_CONTENT.contains(answer.status())) {
            return answer.isEmpty() ? List.of() : List.of("OPTIONS must have no body");
        }
        return document.pathItem(answer.path())
                .map(item -> check.ofPath(item, answer))
                .orElseGet(() -> nobodys(answer));
    }

    private List<String> nobodys(Answer answer) {
        String shape = shape(answer.path());
        return switch (answer.status()) {
            case 404 -> check.ofComponent(shape + "NotFound", answer);
            case 405 -> check.ofComponent(shape + "MethodNotAllowed", answer);
            default -> List.of("the path is not documented, so the status must be 404 or 405");
        };
    }

    /** In whose words a path that does not exist is refused. */
    private static String shape(String path) {
        if ((path + "/").startsWith("/api/tenants/")) {
            return "Tenants";
        }
        if ((path + "/").startsWith("/oauth/")) {
            return "OAuth";
        }
        return (path + "/").startsWith("/api/auth/") ? "FrontendAuth" : "Problem";
    }

    private static final class Published {
        static final OpenApiContract CONTRACT = new OpenApiContract(OpenApiDocument.published());
    }
}
