package io.tenantry.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.failure.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list of texts in a body. */
final class TextList {
    private TextList() {}

    /**
     * What is wrong with it, or else with the first of its members with which something is.
     *
     * @param list null if it is not there
     * @param most how many there may be
     */
    static Optional<FieldProblem> problemWith(JsonNode list, int most, Function<String, Optional<FieldProblem>> rule) {
        if (list == null || list.isNull()) {
            return Optional.of(FieldProblem.REQUIRED);
        }
        if (!list.isArray()) {
            return Optional.of(FieldProblem.MALFORMED);
        }
        return list.size() > most
                ? Optional.of(FieldProblem.TOO_LONG)
                : members(list)
                        .map(member -> problemWithMember(member, rule))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** Its texts, if nothing is wrong with it. */
    static List<String> of(JsonNode list) {
        return members(list).map(JsonNode::textValue).toList();
    }

    private static Optional<FieldProblem> problemWithMember(
            JsonNode member, Function<String, Optional<FieldProblem>> rule) {
        return member.isTextual() ? rule.apply(member.textValue()) : Optional.of(FieldProblem.NOT_TEXT);
    }

    private static Stream<JsonNode> members(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
