package io.tenantry.http.api.audit;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.QueryFields;
import io.tenantry.http.wire.TimeText;
import java.util.Optional;
import java.util.UUID;

/** Reads which events of an audit are wanted: {@code ?action=&actor=&from=&to=}. */
public final class AuditQuery {
    private AuditQuery() {}

    /** What is wrong with it is told by {@link QueryFields#check}. */
    public static AuditFilter read(QueryFields query) {
        return new AuditFilter(
                query.filter("action", AuditAction::ofWord, FieldProblem.NOT_ALLOWED),
                query.filter("actor", AuditQuery::id, FieldProblem.INVALID_UUID),
                query.filter("from", TimeText::time, FieldProblem.MALFORMED),
                query.filter("to", TimeText::time, FieldProblem.MALFORMED));
    }

    private static Optional<UUID> id(String text) {
        return Fields.isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
