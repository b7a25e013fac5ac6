package io.tenantry.http.api;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.FieldLabel;
import io.tenantry.http.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The errors of the native API, and of every path that is no contract's: {@code application/problem+json} (RFC 9457), with
 * the members {@code code}, {@code errors} (field to text, where fields are at fault) and {@code requestId}.
 */
public final class ProblemShape implements ErrorShape {
    private static final String TYPE = "application/problem+json; charset=utf-8";

    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + refusal.code());
        body.put("title", HttpStatus.getMessage(refusal.status()));
        body.put("status", refusal.status());
        body.put("detail", refusal.text());
        body.put("code", refusal.code());
        if (refusal.hasFields()) {
            body.put("errors", texts(refusal.fields()));
        }
        refusal.secondStep().ifPresent(step -> step.addTo(body));
        body.put("requestId", reference);
        return new ErrorAnswer(refusal.status(), TYPE, body);
    }

    private static Map<String, String> texts(Map<String, FieldProblem> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((field, problem) -> texts.put(field, FieldLabel.of(field) + " " + text(problem)));
        return texts;
    }

    private static String text(FieldProblem problem) {
        return switch (problem) {
            case REQUIRED -> "is required";
            case NOT_TEXT -> "must be text";
            case NOT_BOOLEAN -> "must be true or false";
            case TOO_SHORT -> "is too short";
            case TOO_LONG -> "is too long";
            case ILLEGAL_CHARACTER -> "contains a character that is not allowed";
            case INVALID_EMAIL -> "is no valid e-mail address";
            case INVALID_SLUG -> "must be 2 to 50 of a-z, 0-9 and inner hyphens";
            case RESERVED_SLUG -> "is reserved";
            case INVALID_UUID -> "must be a UUID";
            case NOT_ALLOWED -> "is not one of the values allowed here";
            case WEAK_PASSWORD -> "is too weak";
            case BREACHED_PASSWORD -> "appeared in a data breach";
            case WRONG_PASSWORD, WRONG_CODE -> "is wrong";
            case MALFORMED -> "is malformed";
            case MISMATCH -> "does not match";
            case TAKEN -> "is already in use";
        };
    }
}
