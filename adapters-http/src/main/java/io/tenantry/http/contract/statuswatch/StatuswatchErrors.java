package io.tenantry.http.contract.statuswatch;

import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.AnswerLost;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.IdempotencyKeyReused;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.Refusal;
import io.tenantry.http.wire.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors of the statuswatch contract: {@code {"email":["…"]}} for fields, {@code {"detail":"…"}} for all else. */
public final class StatuswatchErrors implements ErrorShape {
    static final Map<Class<? extends DomainFailure>, Wording> WORDINGS = Map.ofEntries(
            Map.entry(InvalidInput.class, new Wording(400, "Invalid input.")),
            Map.entry(InvalidOneTimeToken.class, new Wording(400, "The link is invalid or has expired.")),
            Map.entry(InvalidCredentials.class, new Wording(401, "No active account found with the given credentials")),
            Map.entry(InvalidRefreshToken.class, new Wording(401, "Token is invalid or expired")),
            Map.entry(MfaRequired.class, new Wording(401, "A second factor is required.")),
            Map.entry(
                    Unauthenticated.class,
                    new Wording(401, "Authentication credentials were not provided or are not valid.")),
            Map.entry(AccountDisabled.class, new Wording(403, "This account is disabled.")),
            Map.entry(EmailNotVerified.class, new Wording(403, "Email not verified")),
            Map.entry(SignupClosed.class, new Wording(403, "Registration is by invitation.")),
            Map.entry(TenantNotActive.class, new Wording(403, "The organization is suspended or inactive.")),
            Map.entry(NotFound.class, new Wording(404, "Not found.")),
            Map.entry(EmailTaken.class, new Wording(400, "A user with this email already exists.")),
            Map.entry(SlugTaken.class, new Wording(400, "An organization with this slug already exists.")),
            Map.entry(
                    AnswerLost.class,
                    new Wording(409, "The same request was carried out before, but its answer was lost.")),
            Map.entry(RequestUnderWay.class, new Wording(409, "The same request is being served, try again later.")),
            Map.entry(
                    IdempotencyKeyReused.class, new Wording(422, "The Idempotency-Key was used for another request.")),
            Map.entry(Throttled.class, new Wording(429, "Request was throttled.")),
            Map.entry(Overloaded.class, new Wording(503, "Service temporarily unavailable, try again later.")),
            Map.entry(Unavailable.class, new Wording(503, "Service temporarily unavailable, try again later.")));

    /** The field that a refusal names by itself. */
    private static final Map<Class<? extends DomainFailure>, String> FIELDS =
            Map.of(EmailTaken.class, "email", SlugTaken.class, "organization_slug");

    /** What clients of SimpleJWT look for. */
    private static final Map<Class<? extends DomainFailure>, String> CODES =
            Map.of(InvalidRefreshToken.class, "token_not_valid");

    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        Wording wording = Wording.of(refusal, WORDINGS);
        if (refusal.hasFields()) {
            return ErrorAnswer.json(wording.status(), lists(refusal.fields()));
        }
        String field = refusal.failure().map(FIELDS::get).orElse(null);
        if (field != null) {
            return ErrorAnswer.json(wording.status(), Map.of(field, List.of(wording.text())));
        }
        return ErrorAnswer.json(wording.status(), detail(refusal, wording, reference));
    }

    private static Map<String, Object> detail(Refusal refusal, Wording wording, String reference) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", wording.text() + expectedAgain(refusal));
        refusal.failure().map(CODES::get).ifPresent(code -> body.put("code", code));
        refusal.secondStep().ifPresent(step -> step.addTo(body));
        if (refusal.isFault()) {
            body.put("reference", reference);
        }
        return body;
    }

    /** As Django REST framework says it; clients read the number. */
    private static String expectedAgain(Refusal refusal) {
        return refusal.status() == 429
                ? " Expected available in " + refusal.retryAfterSeconds().orElseThrow() + " seconds."
                : "";
    }

    private static Map<String, List<String>> lists(Map<String, FieldProblem> fields) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        fields.forEach((field, problem) -> lists.put(field, List.of(text(problem))));
        return lists;
    }

    private static String text(FieldProblem problem) {
        return switch (problem) {
            case REQUIRED -> "This field is required.";
            case NOT_TEXT -> "Not a valid string.";
            case NOT_BOOLEAN -> "Must be a valid boolean.";
            case TOO_SHORT -> "Ensure this field is long enough.";
            case TOO_LONG -> "Ensure this field is not too long.";
            case ILLEGAL_CHARACTER -> "Null and control characters are not allowed.";
            case INVALID_EMAIL -> "Enter a valid email address.";
            case INVALID_SLUG -> "Enter a valid slug: 2-50 lowercase letters, digits and inner hyphens.";
            case RESERVED_SLUG -> "This slug is reserved.";
            case INVALID_UUID -> "Must be a valid UUID.";
            case NOT_ALLOWED -> "Not a valid choice.";
            case WEAK_PASSWORD -> "Password is too weak";
            case BREACHED_PASSWORD -> "Password appeared in a data breach.";
            case WRONG_PASSWORD -> "Wrong password.";
            case WRONG_CODE -> "Wrong code.";
            case MALFORMED -> "Enter a valid value.";
            case MISMATCH -> "Passwords do not match.";
            case TAKEN -> "This value is already in use.";
        };
    }
}
