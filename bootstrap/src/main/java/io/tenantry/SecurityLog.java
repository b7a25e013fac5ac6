package io.tenantry;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.session.Device;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line an event of the audit, as {@code key=value}, on the logger {@code tenantry.security}. What others chose, the name
 * of a program above all, stands in quotes and cannot end the line nor look like another key. Thread-safe.
 */
final class SecurityLog implements Consumer<AuditEvent> {

    /** Where operators find it; levels and appenders are set by this name. */
    static final String NAME = "tenantry.security";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    /** Line breaks of all kinds, escape, and what is not seen or turns the direction of reading. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    @Override
    public void accept(AuditEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", line(event));
        }
    }

    static String line(AuditEvent event) {
        StringBuilder line = new StringBuilder("event=").append(event.action().word());
        line.append(" outcome=").append(word(event.outcome()));
        line.append(" actor=").append(actor(event.actor()));
        event.subject().ifPresent(user -> line.append(" subject=").append(user));
        quoted(line, "target", event.target().map(target -> target.type().word() + ":" + target.id()));
        event.tenant().ifPresent(tenant -> line.append(" tenant=").append(tenant.id()));
        Device device = event.device();
        quoted(line, "ip", device.address());
        quoted(line, "userAgent", device.userAgent());
        new TreeMap<>(event.data()).forEach((key, value) -> quoted(line, key, Optional.of(value)));
        return line.toString();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String actor(Actor actor) {
        return actor.id().map(id -> word(actor.kind()) + ":" + id).orElseGet(() -> word(actor.kind()));
    }

    private static void quoted(StringBuilder line, String key, Optional<String> value) {
        value.ifPresent(text ->
                line.append(' ').append(key).append("=\"").append(escaped(text)).append('"'));
    }

    private static String escaped(String text) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("?");
        return printable.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
