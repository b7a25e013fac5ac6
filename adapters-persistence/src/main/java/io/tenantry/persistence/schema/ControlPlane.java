package io.tenantry.persistence.schema;

import io.tenantry.persistence.mapping.SearchLetters;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the control plane up, by Flyway: in one transaction, one node at a time. */
public final class ControlPlane {

    private ControlPlane() {}

    /**
     * @param owner connects as the role that owns the tables, or shall
     * @throws org.flywaydb.core.api.FlywayException if a migration fails; then nothing has changed
     */
    public static void migrate(DataSource owner, ControlSchema schema) {
        Flyway.configure(ControlPlane.class.getClassLoader())
                .dataSource(owner)
                .defaultSchema(schema.name())
                .locations("classpath:db/control")
                .placeholders(placeholders(schema))
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .group(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static Map<String, String> placeholders(ControlSchema schema) {
        return Map.of(
                "control", schema.quoted(),
                "separators", SearchLetters.separators(),
                "unfolded", SearchLetters.unfolded(),
                "folds", SearchLetters.folds());
    }
}
