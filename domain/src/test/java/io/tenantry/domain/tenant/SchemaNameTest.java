package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {

    @Test
    void the_longest_stays_under_the_63_bytes_of_PostgreSQL() {
        assertThat(new SchemaName("tenant_" + "a".repeat(50))).hasToString("tenant_" + "a".repeat(50));
        assertThatIllegalArgumentException().isThrownBy(() -> new SchemaName("tenant_" + "a".repeat(51)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "public",
                "pg_catalog",
                "information_schema",
                "tenant_",
                "tenant_a",
                "tenant_A1",
                "tenant_a-b",
                "tenant_ab\n",
                "tenant_ab\"",
                "tenant_ab;drop schema public",
                "Tenant_ab",
                " tenant_ab",
                "tenant_äb"
            })
    void RMT_what_could_not_stand_in_SQL_as_it_is_is_refused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SchemaName(value));
    }
}
