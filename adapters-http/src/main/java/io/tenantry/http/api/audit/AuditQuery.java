package io.tenantry.http.api.audit;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditFilter;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.http.wire.Fields;
import io.tenantry.http.wire.QueryFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads which events of an audit are wanted: {@code ?action=&actor=&from=&to=}. */
public final class AuditQuery {
    /** A date and time (RFC 3339, section 5.6): of four digits a year, for a storage need not know others. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private AuditQuery() {}

    /** What is wrong with it is told by {@link QueryFields#check}. */
    public static AuditFilter read(QueryFields query) {
        return new AuditFilter(
                query.filter("action", AuditAction::ofWord, FieldProblem.NOT_ALLOWED),
                query.filter("actor", AuditQuery::id, FieldProblem.INVALID_UUID),
                query.filter("from", AuditQuery::time, FieldProblem.MALFORMED),
                query.filter("to", AuditQuery::time, FieldProblem.MALFORMED));
    }

    private static Optional<UUID> id(String text) {
        return Fields.isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
