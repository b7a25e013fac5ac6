package io.tenantry.http.contract;

import io.tenantry.http.contract.frontendauth.FrontendAuthErrors;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.Refusal;
import io.tenantry.http.wire.Wording;
import java.util.LinkedHashMap;
import java.util.Map;

/** The errors of {@code /api/auth/login}, which two contracts share: an answer has the members of both. */
public final class SharedLoginErrors implements ErrorShape {
    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        Wording wording = FrontendAuthErrors.wording(refusal);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("message", wording.text());
        body.put("data", null);
        if (refusal.hasFields()) {
            Map<String, String> texts = FrontendAuthErrors.texts(refusal.fields());
            body.put("errors", texts);
            body.put("details", texts);
        }
        refusal.secondStep().ifPresent(step -> step.addTo(body));
        if (refusal.isFault()) {
            body.put("error", reference);
            body.put("reference", reference);
        }
        return ErrorAnswer.json(wording.status(), body);
    }
}
