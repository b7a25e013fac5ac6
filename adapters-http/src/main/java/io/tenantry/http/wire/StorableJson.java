package io.tenantry.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.text.PlainText;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which JSON of a caller's can be kept as it is: PostgreSQL takes neither NUL nor half a pair, and JSON has no infinity. */
final class StorableJson {
    private StorableJson() {}

    /** What hinders an object from being kept, if anything. */
    static Optional<FieldProblem> problemWith(JsonNode value) {
        return value instanceof ObjectNode ? problemIn(value) : Optional.of(FieldProblem.MALFORMED);
    }

    private static Optional<FieldProblem> problemIn(JsonNode node) {
        if (node.isTextual() && isIllegal(node.textValue())) {
            return Optional.of(FieldProblem.ILLEGAL_CHARACTER);
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            return Optional.of(FieldProblem.MALFORMED);
        }
        Stream<FieldProblem> names = node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(StorableJson::isIllegal)
                .map(name -> FieldProblem.ILLEGAL_CHARACTER);
        Stream<FieldProblem> inner = node.valueStream().flatMap(value -> problemIn(value).stream());
        return Stream.concat(names, inner).findFirst();
    }

    private static boolean isIllegal(String text) {
        return text.indexOf('\0') >= 0 || PlainText.hasUnpairedSurrogate(text);
    }
}
