package io.tenantry.persistence;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.schema.ControlSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What {@link PostgresPersistence} is made of. Not safe for use by several threads. */
public final class PersistenceBuilder {

    final DataSource dataSource;
    DataSource listenOn;
    ControlSchema schema = new ControlSchema("tenantry");
    int bcryptCost = 12;
    Consumer<AuditEvent> onAudit = event -> {};
    private Optional<Encryption> encryption = Optional.empty();

    PersistenceBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource);
        this.listenOn = dataSource;
    }

    /**
     * The schema of the control plane; {@code tenantry} by default.
     *
     * @throws IllegalArgumentException if it is not 1 to 40 of {@code a-z 0-9 _}, or begins with {@code pg_} or {@code
     *     tenant_}
     */
    public PersistenceBuilder schema(String name) {
        schema = new ControlSchema(name);
        return this;
    }

    /**
     * Gives a direct connection for {@code LISTEN}, of which one is held as long as this is open; by default the data
     * source itself, which then has one less to give.
     */
    public PersistenceBuilder listenOn(DataSource direct) {
        listenOn = Objects.requireNonNull(direct);
        return this;
    }

    /**
     * What encrypts secrets at rest. Required.
     *
     * @param previous still decrypt
     */
    public PersistenceBuilder secret(EncryptionSecret current, List<EncryptionSecret> previous) {
        encryption = Optional.of(new Encryption(
                current.key(), previous.stream().map(EncryptionSecret::key).toList()));
        return this;
    }

    /** 4 to 16, 12 by default: each step doubles the time that a hash takes. A hash of another cost is replaced at its next use. */
    public PersistenceBuilder bcryptCost(int cost) {
        bcryptCost = cost;
        return this;
    }

    /**
     * Who hears of each event of the audit, in the order in which they were noted, once they are committed and before the
     * caller goes on; nobody by default. What it throws is logged, and goes no further.
     */
    public PersistenceBuilder onAudit(Consumer<AuditEvent> consumer) {
        onAudit = Objects.requireNonNull(consumer);
        return this;
    }

    /**
     * @throws UnsafeServerRole if row-level security does not bind the role of the data source
     * @throws IllegalStateException if no secret was given
     * @throws IllegalArgumentException if the cost is not 4 to 16
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer
     */
    public PostgresPersistence open() {
        Encryption seals = encryption.orElseThrow(() -> new IllegalStateException("no secret was given"));
        ServerRole.of(dataSource, schema.name()).requireBound();
        return PostgresPersistence.open(this, seals);
    }
}
