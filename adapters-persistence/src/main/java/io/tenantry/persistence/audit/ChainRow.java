package io.tenantry.persistence.audit;

import io.tenantry.persistence.mapping.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A link of a chain, beside both ends of it.
 *
 * @param link none if the chain is empty
 */
public record ChainRow(Ends ends, Optional<Link> link) {

    /** Of the tables under the names {@code h} and {@code e}. Nothing is cast in a way that could fail: whoever changed a row chose what stands there. */
    static final String COLUMNS = " h.seq head_seq, encode(h.digest, 'hex') head_digest, h.anchor_seq,"
            + " encode(h.anchor_digest, 'hex') anchor_digest, e.seq, encode(e.digest, 'hex') digest, e.id,"
            + " trim_scale(extract(epoch from e.occurred_at)::numeric * 1000000)::text micros, e.action, e.actor_kind,"
            + " e.actor_id::text actor_id, e.subject, e.target_type, e.target_id, e.outcome, e.address, e.user_agent,"
            + " encode(e.salt, 'hex') salt, encode(e.device_digest, 'hex') device_digest, d.names, d.texts ";

    /** What holds the data, by names and texts; what is no text is null. */
    static final String DATA = """
            left join lateral (
                select array_agg(d.key order by d.key) names,
                       array_agg(case jsonb_typeof(d.value) when 'string' then d.value #>> '{}' end order by d.key) texts
                  from jsonb_each(case jsonb_typeof(e.detail) when 'object' then e.detail else '{"": null}' end) d) d
                on true
            """;

    /**
     * @param seq of the last event
     * @param digest of it
     * @param anchorSeq of the last one that was removed for its age
     */
    record Ends(long seq, String digest, long anchorSeq, String anchorDigest) {}

    /** @param salt none if it was erased, with address and user agent */
    record Link(
            long seq,
            String digest,
            UUID id,
            CanonicalEvent event,
            Optional<String> salt,
            Optional<String> address,
            Optional<String> userAgent) {

        /** Whether the device is the one that was written, or was erased. */
        boolean hasSoundDevice() {
            return salt.map(salted -> CanonicalEvent.deviceDigest(salted, address, userAgent)
                            .equals(event.deviceDigest()))
                    .orElse(address.isEmpty() && userAgent.isEmpty());
        }
    }

    /** Reads {@link #COLUMNS}. */
    public static final class Mapper implements RowMapper<ChainRow> {

        @Override
        public ChainRow map(ResultSet row, StatementContext context) throws SQLException {
            Ends ends = new Ends(
                    row.getLong("head_seq"),
                    text(row, "head_digest"),
                    row.getLong("anchor_seq"),
                    text(row, "anchor_digest"));
            boolean isEmpty = Columns.uuid(row, "id") == null;
            return new ChainRow(ends, isEmpty ? Optional.empty() : Optional.of(link(row)));
        }

        private static Link link(ResultSet row) throws SQLException {
            return new Link(
                    row.getLong("seq"),
                    text(row, "digest"),
                    Columns.uuid(row, "id"),
                    event(row),
                    Columns.optionalText(row, "salt"),
                    Columns.optionalText(row, "address"),
                    Columns.optionalText(row, "user_agent"));
        }

        private static CanonicalEvent event(ResultSet row) throws SQLException {
            return new CanonicalEvent(
                    text(row, "id"),
                    text(row, "micros"),
                    text(row, "action"),
                    text(row, "actor_kind"),
                    Columns.optionalText(row, "actor_id"),
                    Columns.optionalText(row, "subject"),
                    Columns.optionalText(row, "target_type"),
                    Columns.optionalText(row, "target_id"),
                    text(row, "outcome"),
                    data(row),
                    text(row, "device_digest"));
        }

        /** Empty where there is none, which only happens where somebody took it away: no digest is that of an empty text. */
        private static String text(ResultSet row, String column) throws SQLException {
            return Columns.optionalText(row, column).orElse("");
        }

        private static Map<String, Optional<String>> data(ResultSet row) throws SQLException {
            Map<String, Optional<String>> data = new HashMap<>();
            String[] names = texts(row, "names");
            String[] texts = texts(row, "texts");
            for (int i = 0; i < names.length; i++) {
                data.put(names[i], Optional.ofNullable(texts[i]));
            }
            return data;
        }

        private static String[] texts(ResultSet row, String column) throws SQLException {
            Array texts = row.getArray(column);
            return texts == null ? new String[0] : (String[]) texts.getArray();
        }
    }
}
