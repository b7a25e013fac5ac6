package io.tenantry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that gets each event of the audit as a line of JSON, in ASCII, whole. When the file was moved away, as logrotate
 * does, the next event begins another in its place. An event that cannot be written is complained of in the log, and breaks
 * nothing: it is in the audit's table. Several processes may share one file. Thread-safe.
 */
final class SecurityLogFile implements Consumer<AuditEvent>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLogFile.class);

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** As in every answer of the server: ISO-8601, UTC, three digits of a second. */
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path path;
    private final Complaints complaints = new Complaints(LOG, "the security log cannot be written");
    /** Not a channel: one of those would be closed with the first thread that is interrupted. */
    private OutputStream file = OutputStream.nullOutputStream();

    private Object key;

    private SecurityLogFile(Path path) throws IOException {
        this.path = path;
        reopen();
    }

    /**
     * Opens the file; makes it, with mode 0600, if it is not there.
     *
     * @throws StartFailure if it cannot be written
     */
    static SecurityLogFile open(Path path) {
        try {
            return new SecurityLogFile(path);
        } catch (IOException unwritable) {
            throw new StartFailure(
                    "TENANTRY_SECURITY_LOG=" + path + " cannot be used ("
                            + unwritable.getClass().getSimpleName()
                            + "): a file that the server may write, in a folder that is there, would do",
                    unwritable);
        }
    }

    @Override
    public synchronized void accept(AuditEvent event) {
        try {
            if (!Objects.equals(key, keyNow())) {
                reopen();
            }
            // In one go: so that the lines of two processes do not mix.
            file.write(line(event));
        } catch (IOException unwritten) {
            complaints.about(unwritten);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    static byte[] line(AuditEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("time", MILLISECONDS.format(event.at()));
            json.writeStringField("event", event.action().word());
            json.writeStringField("outcome", SecurityLog.word(event.outcome()));
            write(json, event.actor());
            write(json, "subject", event.subject());
            writeTarget(json, event.target());
            write(json, "tenant", event.tenant().map(tenant -> tenant.id()));
            write(json, "ip", event.device().address());
            write(json, "userAgent", event.device().userAgent());
            json.writeObjectFieldStart("data");
            for (Map.Entry<String, String> datum : new TreeMap<>(event.data()).entrySet()) {
                json.writeStringField(datum.getKey(), datum.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Actor actor) throws IOException {
        json.writeObjectFieldStart("actor");
        json.writeStringField("type", SecurityLog.word(actor.kind()));
        write(json, "id", actor.id());
        json.writeEndObject();
    }

    private static void writeTarget(JsonGenerator json, Optional<Target> target) throws IOException {
        if (target.isEmpty()) {
            json.writeNullField("target");
            return;
        }
        json.writeObjectFieldStart("target");
        json.writeStringField("type", target.get().type().word());
        json.writeStringField("id", target.get().id());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Optional<?> value) throws IOException {
        json.writeStringField(name, value.map(Object::toString).orElse(null));
    }

    private void reopen() throws IOException {
        create();
        OutputStream opened = new FileOutputStream(path.toFile(), true);
        file.close();
        file = opened;
        key = keyNow();
    }

    private void create() throws IOException {
        if (Files.notExists(path)) {
            try {
                Files.createFile(path, mode());
            } catch (FileAlreadyExistsException anotherProcessWasFirst) {
                LOG.debug("the security log is there: {}", anotherProcessWasFirst.getMessage());
            }
        }
    }

    /** What tells this file from another in its place; null where there is none, or nothing tells. */
    private Object keyNow() throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException movedAway) {
            return null;
        }
    }

    private FileAttribute<?>[] mode() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
