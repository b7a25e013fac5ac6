package io.tenantry.http.contract.tenants;

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

/** The errors of the tenants contract: {@code {success:false,message,errors?,error?}}. */
public final class TenantsErrors implements ErrorShape {
    static final Map<Class<? extends DomainFailure>, Wording> WORDINGS = Map.ofEntries(
            Map.entry(InvalidInput.class, new Wording(400, "Validation error")),
            Map.entry(InvalidOneTimeToken.class, new Wording(400, "The link is invalid or has expired")),
            Map.entry(InvalidCredentials.class, new Wording(401, "Invalid email or password")),
            Map.entry(InvalidRefreshToken.class, new Wording(401, "Token is invalid or expired")),
            Map.entry(MfaRequired.class, new Wording(401, "A second factor is required")),
            Map.entry(Unauthenticated.class, new Wording(401, "Authentication required")),
            Map.entry(AccountDisabled.class, new Wording(403, "Account is disabled")),
            Map.entry(EmailNotVerified.class, new Wording(403, "Email not verified")),
            Map.entry(SignupClosed.class, new Wording(403, "Registration is by invitation")),
            Map.entry(TenantNotActive.class, new Wording(403, "Tenant account is suspended or inactive")),
            Map.entry(NotFound.class, new Wording(404, "Tenant not found")),
            Map.entry(EmailTaken.class, new Wording(409, "Tenant already exists with this email")),
            Map.entry(SlugTaken.class, new Wording(409, "Tenant already exists with this slug")),
            Map.entry(
                    AnswerLost.class,
                    new Wording(409, "The same request was carried out before, but its answer was lost")),
            Map.entry(RequestUnderWay.class, new Wording(409, "The same request is being served, try again later")),
            Map.entry(IdempotencyKeyReused.class, new Wording(422, "The Idempotency-Key was used for another request")),
            Map.entry(Throttled.class, new Wording(429, "Too many attempts, try again later")),
            Map.entry(Overloaded.class, new Wording(503, "Too many sign-ins at once, try again later")),
            Map.entry(Unavailable.class, new Wording(503, "The service is temporarily unavailable")));

    private final String onFault;

    /** @param onFault what the route documents as the message of a 500 */
    public TenantsErrors(String onFault) {
        this.onFault = onFault;
    }

    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        Wording wording = Wording.of(refusal, WORDINGS);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("message", refusal.isFault() ? onFault : wording.text());
        if (refusal.hasFields()) {
            body.put("errors", texts(refusal.fields()));
        }
        refusal.secondStep().ifPresent(step -> step.addTo(body));
        if (refusal.isFault()) {
            body.put("error", reference);
        }
        return ErrorAnswer.json(wording.status(), body);
    }

    private static Map<String, String> texts(Map<String, FieldProblem> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((field, problem) -> texts.put(field, FieldLabel.of(field) + " " + text(problem)));
        return texts;
    }

    private static String text(FieldProblem problem) {
        return switch (problem) {
            case REQUIRED -> "is required";
            case NOT_TEXT -> "must be a string";
            case NOT_BOOLEAN -> "must be true or false";
            case TOO_SHORT -> "is too short";
            case TOO_LONG -> "is too long";
            case ILLEGAL_CHARACTER -> "contains invalid characters";
            case INVALID_EMAIL, INVALID_SLUG, INVALID_UUID -> "is invalid";
            case RESERVED_SLUG, NOT_ALLOWED -> "is not allowed";
            case WEAK_PASSWORD -> "is too weak";
            case BREACHED_PASSWORD -> "appeared in a data breach";
            case WRONG_PASSWORD, WRONG_CODE -> "is wrong";
            case MALFORMED -> "is malformed";
            case MISMATCH -> "does not match";
            case TAKEN -> "is already in use";
        };
    }
}
