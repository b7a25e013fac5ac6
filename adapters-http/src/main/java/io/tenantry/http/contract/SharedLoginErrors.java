package io.tenantry.http.contract;

import io.tenantry.http.contract.frontendauth.FrontendAuthErrors;
import io.tenantry.http.contract.stockshift.StockshiftErrors;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The errors of {@code /api/auth/login}, which two contracts share: an answer has the members of both. */
public final class SharedLoginErrors implements ErrorShape {
    private final ErrorShape stockshift = new StockshiftErrors();

    @Override
    public ErrorAnswer answer(Refusal refusal, String reference) {
        ErrorAnswer answer = stockshift.answer(refusal, reference);
        if (!refusal.hasFields()) {
            return answer;
        }
        Map<String, String> texts = FrontendAuthErrors.texts(refusal.fields());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("message", "Validation failed");
        body.put("data", null);
        body.put("errors", texts);
        body.put("details", texts);
        return new ErrorAnswer(answer.status(), answer.type(), body);
    }
}
