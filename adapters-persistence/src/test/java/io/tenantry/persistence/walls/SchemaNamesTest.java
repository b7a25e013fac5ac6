package io.tenantry.persistence.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.SchemaName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No slug, however it is chosen, leads to the schema of another tenant or of PostgreSQL's own. */
class SchemaNamesTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();
    private static final String SCHEMAS = "select nspname from pg_namespace order by 1";
    private static final String A49 = "a".repeat(49);

    private static PersistenceForTests persistence;

    @BeforeAll
    static void open() {
        persistence = PersistenceForTests.on(DATABASE, 2);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    /** Too long, not ASCII, letters that a folding of Unicode turns into ASCII, and what would end a name in SQL. */
    static Stream<String> impossible() {
        return Stream.of(
                "public",
                "pg_catalog",
                "information_schema",
                "a".repeat(51),
                "a".repeat(56),
                "a".repeat(63),
                "a".repeat(64),
                "stra\u00dfe",
                "\ufb01nance",
                "\u212aelvin",
                "d\u0131sk",
                "\uff41cme",
                "acme\u0301",
                "\u0430cme",
                "ACME",
                "a\"; DROP SCHEMA tenantry CASCADE; --",
                "a'; drop schema tenantry cascade; --",
                "a.b",
                "a_b",
                "a b",
                "acme\n",
                "acme\0",
                "a%b",
                "a\\b",
                "");
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void RMT_what_is_no_slug_becomes_no_schema(String slug) throws SQLException {
        List<String> before = Sql.query(DATABASE.superuser(), SCHEMAS);

        assertThatThrownBy(() -> registered(slug)).isInstanceOf(IllegalArgumentException.class);

        assertThat(Sql.query(DATABASE.superuser(), SCHEMAS)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg-catalog",
                "information-schema",
                "pg-toast",
                "pg-temp-1",
                "tenantry",
                "postgres",
                "user",
                "tenant-acme"
            })
    void RMT_a_slug_that_reads_like_a_schema_of_somebody_elses_is_a_schema_of_its_own(String slug) throws SQLException {
        Tenant tenant = registered(slug).orElseThrow();

        assertThat(tenant.schema().value()).isEqualTo("tenant_" + slug.replace('-', '_'));
        assertOwnTable(tenant);
    }

    @Test
    void RMT_the_longest_slugs_that_differ_in_the_last_character_alone_are_two_schemas() throws SQLException {
        Tenant one = registered(A49 + "a").orElseThrow();
        Tenant other = registered(A49 + "b").orElseThrow();

        assertThat(List.of(one, other))
                .allSatisfy(tenant -> assertThat(Sql.query(
                                DATABASE.superuser(),
                                "select nspname from pg_namespace where nspname = '" + tenant.schema() + "'"))
                        .as("not cut by PostgreSQL")
                        .hasSize(1));
        assertOwnTable(one);
        assertOwnTable(other);
    }

    @Test
    void RMT_names_that_fold_to_one_slug_are_one_schema_for_whoever_comes_first() {
        List<String> slugs = Stream.of("Straße", "STRASSE", "ſtraße", "ＳＴＲＡＳＳＥ", "strasse!")
                .map(name ->
                        Slug.from(new TenantName(name), UniqueFixture.random()).value())
                .distinct()
                .toList();

        assertThat(slugs).containsExactly("strasse");
        assertThat(registered("strasse")).isPresent();
        assertThat(registered("strasse")).isEmpty();
    }

    @Test
    void RMT_hyphens_at_different_places_are_different_schemas() throws SQLException {
        for (String slug : List.of("a-bc", "ab-c", "a-b-c", "a--bc", "abc")) {
            assertOwnTable(registered(slug).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public",
                "pg_catalog",
                "tenantry",
                "tenant_",
                "tenant_a",
                "tenant_A1",
                "tenant_a\"; drop schema tenantry; --",
                "TENANT_acme",
                "tenant_stra\u00dfe"
            })
    void RMT_what_is_no_name_of_a_tenants_schema_cannot_even_be_named(String name) {
        assertThatThrownBy(() -> new SchemaName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What is written in its scope stands in its schema, and there alone. */
    private static void assertOwnTable(Tenant tenant) throws SQLException {
        ports().connectionInTenant(tenant.id(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("insert into setting values ('own', '1', transaction_timestamp())");
            }
        });
        assertThat(Sql.query(DATABASE.superuser(), "select key from \"" + tenant.schema() + "\".setting"))
                .containsExactly("own");
    }

    private static Optional<Tenant> registered(String slug) {
        NewTenant any = TenantFixture.aNewTenant();
        NewTenant wanted = new NewTenant(any.id(), any.name(), new Slug(slug), any.contactEmail(), any.createdAt());
        return ports().transactions().inTenant(wanted.id(), () -> {
            Optional<Tenant> added = ports().tenants().add(wanted);
            added.ifPresent(tenant -> ports().tenantSchemas().create(tenant.id(), tenant.schema()));
            return added;
        });
    }

    private static PostgresPersistence ports() {
        return persistence.ports();
    }
}
