package io.tenantry;

import io.tenantry.persistence.ConnectionPools;
import java.util.Optional;
import javax.sql.DataSource;

/** Addresses of databases. */
final class DatabaseUrls {

    private DatabaseUrls() {}

    /** The text itself, if a database can be connected to by it. */
    static Optional<String> check(String text) {
        return Parsers.<DataSource>made(text, ConnectionPools::direct).map(usable -> text);
    }
}
