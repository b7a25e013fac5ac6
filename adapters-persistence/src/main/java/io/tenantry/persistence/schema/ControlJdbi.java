package io.tenantry.persistence.schema;

import io.tenantry.persistence.mapping.DomainArguments;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Jdbi for statements on the control plane: {@code <control>} is its schema, {@code <channel>} where changes are told. */
public final class ControlJdbi {

    private ControlJdbi() {}

    public static Jdbi on(DataSource dataSource, ControlSchema schema) {
        return Jdbi.create(dataSource)
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new DomainArguments())
                .define("control", schema.quoted())
                .define("channel", "'" + schema.channel() + "'");
    }
}
