package io.tenantry.persistence;

import io.tenantry.persistence.schema.TenantMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A host's migrations of tenants' schemas, as files that a test writes.
 *
 * @param folder where they are
 */
record HostFiles(Path folder) {

    /** Fails in every schema but the one on which scripts are tried out. */
    static final String FAILS_IN_ANY_TENANT = """
            do $$ begin
                if exists (select from ${control}.tenant t
                            where t.id = current_setting('tenantry.tenant')::uuid and t.slug not like 'trial-%') then
                    raise exception 'not today';
                end if;
            end $$""";

    HostFiles write(String name, String sql) {
        try {
            Files.writeString(folder.resolve(name), sql);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    HostFiles delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    Migrations migrations(PostgresForTests.Database database) {
        return database.migrations().with(TenantMigrations.in(folder));
    }
}
