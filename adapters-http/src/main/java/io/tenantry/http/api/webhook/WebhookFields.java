package io.tenantry.http.api.webhook;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.http.wire.Changes;
import io.tenantry.http.wire.Fields;
import java.util.List;
import java.util.Optional;

/** What bodies say of webhooks. What is wrong with it is told by {@link Fields#check}. */
final class WebhookFields {
    private static final String URL = "url";
    private static final String EVENTS = "events";
    private static final String ACTIVE = "active";
    private static final int MOST_EVENTS = 100;

    private WebhookFields() {}

    static Optional<WebhookUrl> url(Fields fields) {
        return fields.required(URL, WebhookUrl::problemWith).map(WebhookUrl::new);
    }

    /** Empty if it is absent. */
    static Optional<WebhookUrl> otherUrl(Fields fields) {
        return fields.has(URL) ? url(fields) : Optional.empty();
    }

    /** Empty if it is absent; what is cleared is the empty text. */
    static Optional<String> description(Fields fields) {
        if (!fields.has("description")) {
            return Optional.empty();
        }
        return Optional.of(fields.optional("description", WebhookFields::problemWithDescription)
                .map(PlainText::trim)
                .orElse(""));
    }

    static Optional<EventChoice> events(Fields fields) {
        return fields.texts(EVENTS, MOST_EVENTS, WebhookFields::problemWithEvent)
                .filter(words -> any(words, fields))
                .map(EventChoice::ofWords);
    }

    /** Empty if it is absent. */
    static Optional<EventChoice> otherEvents(Fields fields) {
        return fields.has(EVENTS) ? events(fields) : Optional.empty();
    }

    /** Empty if it is absent. */
    static Optional<Boolean> active(Fields fields) {
        Changes changes = Changes.of(fields);
        return changes.lasting(ACTIVE, changes.truth(ACTIVE));
    }

    private static boolean any(List<String> words, Fields fields) {
        if (words.isEmpty()) {
            fields.reject(EVENTS, FieldProblem.REQUIRED);
        }
        return !words.isEmpty();
    }

    private static Optional<FieldProblem> problemWithEvent(String word) {
        boolean known = word.equals(EventChoice.EVERYTHING)
                || EventType.ofWord(word).filter(EventType::happens).isPresent();
        return known ? Optional.empty() : Optional.of(FieldProblem.NOT_ALLOWED);
    }

    private static Optional<FieldProblem> problemWithDescription(String typed) {
        String trimmed = PlainText.trim(typed);
        return trimmed.isEmpty() ? Optional.empty() : PlainText.problemWith(trimmed, 1, Webhook.LONGEST_DESCRIPTION);
    }
}
