package io.tenantry.http.contract.frontendauth;

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
import io.tenantry.http.wire.FieldLabel;
import io.tenantry.http.wire.Refusal;
import io.tenantry.http.wire.Wording;
import java.util.LinkedHashMap;
import java.util.Map;

/** The errors of the frontend-auth contract: {@code {message}}, for fields with the same map as details and errors. */
public final class FrontendAuthErrors implements ErrorShape {
    static final Map<Class<? extends DomainFailure>, Wording> WORDINGS = Map.ofEntries(
            Map.entry(InvalidInput.class, new Wording(400, "Validation failed")),
            Map.entry(InvalidOneTimeToken.class, new Wording(400, "The link is invalid or has expired")),
            Map.entry(InvalidCredentials.class, new Wording(401, "Invalid credentials")),
            Map.entry(InvalidRefreshToken.class, new Wording(401, "Session is invalid or expired")),
            Map.entry(MfaRequired.class, new Wording(401, "A second factor is required")),
            Map.entry(Unauthenticated.class, new Wording(401, "Authentication required")),
            Map.entry(AccountDisabled.class, new Wording(403, "Account is disabled")),
            Map.entry(EmailNotVerified.class, new Wording(403, "Email not verified")),
            Map.entry(SignupClosed.class, new Wording(403, "Registration is by invitation")),
            Map.entry(TenantNotActive.class, new Wording(403, "Tenant account is suspended or inactive")),
            Map.entry(NotFound.class, new Wording(404, "Not found")),
            Map.entry(EmailTaken.class, new Wording(409, "Email already in use")),
            Map.entry(SlugTaken.class, new Wording(409, "Slug already in use")),
            Map.entry(
                    AnswerLost.class,
                    new Wording(409, "The same request was carried out before, but its answer was lost")),
            Map.entry(RequestUnderWay.class, new Wording(409, "The same request is being served, try again later")),
            Map.entry(IdempotencyKeyReused.class, new Wording(422, "The Idempotency-Key was used for another request")),
            Map.entry(Throttled.class, new Wording(429, "Too many attempts, try again later")),
            Map.entry(Overloaded.class, new Wording(503, "Too many sign-ins at once, try again later")),
            Map.entry(Unavailable.class, new Wording(503, "The service is temporarily unavailable")));

    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        Wording wording = wording(refusal);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", wording.text());
        if (refusal.hasFields()) {
            Map<String, String> texts = texts(refusal.fields());
            body.put("details", texts);
            body.put("errors", texts);
        }
        refusal.secondStep().ifPresent(step -> step.addTo(body));
        if (refusal.isFault()) {
            body.put("reference", reference);
        }
        return ErrorAnswer.json(wording.status(), body);
    }

    /** What the contract says to a refusal. */
    public static Wording wording(Refusal refusal) {
        return Wording.of(refusal, WORDINGS);
    }

    /** Field to text. */
    public static Map<String, String> texts(Map<String, FieldProblem> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((field, problem) -> texts.put(field, text(field, problem)));
        return texts;
    }

    private static String text(String field, FieldProblem problem) {
        return switch (problem) {
            case REQUIRED -> FieldLabel.of(field) + " is required";
            case NOT_TEXT -> "Must be text";
            case NOT_BOOLEAN -> "Must be true or false";
            case TOO_SHORT -> "Too short";
            case TOO_LONG -> "Too long";
            case ILLEGAL_CHARACTER -> "Contains invalid characters";
            case INVALID_EMAIL -> "Invalid email";
            case INVALID_SLUG -> "Invalid slug";
            case RESERVED_SLUG, NOT_ALLOWED -> "Not allowed";
            case INVALID_UUID -> "Invalid id";
            case WEAK_PASSWORD -> "Password is too weak";
            case BREACHED_PASSWORD -> "Password appeared in a data breach";
            case WRONG_PASSWORD -> "Wrong password";
            case WRONG_CODE -> "Wrong code";
            case MALFORMED -> "Malformed";
            case MISMATCH -> "Passwords do not match";
            case TAKEN -> "Already in use";
        };
    }
}
