package io.tenantry.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.user.Change;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of a partial update (RFC 7396): one that is absent stays as it is, null clears it. Null in place of an object
 * clears everything in it. What is wrong is collected by the {@link Fields} of the request.
 */
public final class Changes {
    private final Fields fields;
    private final ObjectNode body;
    private final String prefix;
    private final boolean cleared;

    private Changes(Fields fields, ObjectNode body, String prefix, boolean cleared) {
        this.fields = fields;
        this.body = body;
        this.prefix = prefix;
        this.cleared = cleared;
    }

    public static Changes of(Fields fields) {
        return new Changes(fields, fields.body(), "", false);
    }

    /** The members of an object in this one. */
    public Changes inner(String member) {
        JsonNode value = value(member);
        ObjectNode inner = value instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        if (value != null && !value.isNull() && !value.isObject()) {
            reject(member, FieldProblem.MALFORMED);
        }
        return new Changes(fields, inner, prefix + member + ".", value != null && value.isNull());
    }

    /**
     * A text; an empty one is a text like another, and cleared is by null alone.
     *
     * @param rule what is wrong with a text, if anything
     * @param read what it means, if nothing is
     */
    public <T> Change<T> text(String member, Function<String, Optional<FieldProblem>> rule, Function<String, T> read) {
        JsonNode value = value(member);
        if (value == null) {
            return Change.keep();
        }
        if (value.isNull()) {
            return Change.clear();
        }
        if (!value.isTextual()) {
            return refused(member, FieldProblem.NOT_TEXT);
        }
        return rule.apply(value.textValue())
                .<Change<T>>map(problem -> refused(member, problem))
                .orElseGet(() -> Change.to(read.apply(value.textValue())));
    }

    public Change<Boolean> truth(String member) {
        JsonNode value = value(member);
        if (value == null) {
            return Change.keep();
        }
        if (value.isNull()) {
            return Change.clear();
        }
        return value.isBoolean() ? Change.to(value.booleanValue()) : refused(member, FieldProblem.NOT_BOOLEAN);
    }

    /**
     * A whole number that is not negative.
     *
     * @param most the largest that may be
     */
    public Change<Long> wholeNumber(String member, long most) {
        JsonNode value = value(member);
        if (value == null) {
            return Change.keep();
        }
        if (value.isNull()) {
            return Change.clear();
        }
        boolean usable = value.isIntegralNumber() && value.canConvertToLong();
        if (!usable || value.longValue() < 0 || value.longValue() > most) {
            return refused(member, FieldProblem.NOT_ALLOWED);
        }
        return Change.to(value.longValue());
    }

    /**
     * Any JSON object, as it is written without white space.
     *
     * @param rule as in {@link #text}
     */
    public <T> Change<T> json(String member, Function<String, Optional<FieldProblem>> rule, Function<String, T> read) {
        JsonNode value = value(member);
        if (value == null) {
            return Change.keep();
        }
        if (value.isNull()) {
            return Change.clear();
        }
        Optional<FieldProblem> problem = StorableJson.problemWith(value);
        if (problem.isPresent()) {
            return refused(member, problem.get());
        }
        String text = value.toString();
        return rule.apply(text)
                .<Change<T>>map(found -> refused(member, found))
                .orElseGet(() -> Change.to(read.apply(text)));
    }

    /** What a member is to become that always has a value, if anything: to clear it is refused. */
    public <T> Optional<T> lasting(String member, Change<T> change) {
        if (change.equals(Change.<T>clear())) {
            reject(member, FieldProblem.REQUIRED);
        }
        return change.applyTo(Optional.empty());
    }

    private JsonNode value(String member) {
        return cleared ? JsonNodeFactory.instance.nullNode() : body.get(member);
    }

    private <T> Change<T> refused(String member, FieldProblem problem) {
        reject(member, problem);
        return Change.keep();
    }

    private void reject(String member, FieldProblem problem) {
        fields.reject(prefix + member, problem);
    }
}
