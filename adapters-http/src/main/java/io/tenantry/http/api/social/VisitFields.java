package io.tenantry.http.api.social;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.text.PlainText;
import io.tenantry.http.wire.Fields;
import java.util.Optional;

/** What requests about visits to providers hold. */
record VisitFields(
        Optional<String> state, Optional<String> browserToken, Optional<String> code, Optional<String> issuer) {

    /** More than any provider's. */
    private static final int LONGEST_CODE = 4096;

    /** What a browser that came back from a provider brings, the token that it kept among it. */
    static VisitFields read(Fields fields) {
        return new VisitFields(
                fields.line("state"),
                fields.line("browserToken"),
                fields.required("code", text -> PlainText.problemWith(PlainText.trim(text), 1, LONGEST_CODE)),
                fields.optionalLine("iss"));
    }

    static Optional<ProviderName> provider(Fields fields) {
        return fields.line("provider").flatMap(name -> named(fields, name));
    }

    SecretToken requiredState() {
        return new SecretToken(state.orElseThrow());
    }

    SecretToken requiredBrowserToken() {
        return new SecretToken(browserToken.orElseThrow());
    }

    String requiredCode() {
        return code.orElseThrow();
    }

    private static Optional<ProviderName> named(Fields fields, String name) {
        try {
            return Optional.of(new ProviderName(name));
        } catch (IllegalArgumentException noName) {
            fields.reject("provider", FieldProblem.MALFORMED);
            return Optional.empty();
        }
    }
}
