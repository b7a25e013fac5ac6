package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.id.UniqueFixture;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    private final RandomGenerator random = UniqueFixture.random();

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "42", "acme-corp", "a--b", "xn", "a-b-c"})
    void two_and_more_of_a_to_z_and_digits_and_inner_hyphens_are_a_slug(String value) {
        assertThat(Slug.problemWith(value)).isEmpty();
        assertThat(new Slug(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-ab",
                "ab-",
                "-",
                "--",
                "Acme",
                "a_b",
                "a b",
                "a.b",
                "ab\n",
                "ab\0",
                "äb",
                "ａｂ",
                "\u212Aa",
                "pg_catalog",
                "information_schema",
                "a\"; DROP SCHEMA public;--",
                "../ab",
                "a/b",
                "%61b"
            })
    void RMT_anything_else_is_refused(String value) {
        assertThat(Slug.problemWith(value)).contains(FieldProblem.INVALID_SLUG);
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug(value));
    }

    @Test
    void R_E5_a_label_that_would_show_as_other_letters_is_reserved() {
        assertThat(Slug.problemWith("xn--acme-9na")).contains(FieldProblem.RESERVED_SLUG);
    }

    @Test
    void an_empty_slug_is_missing() {
        assertThat(Slug.problemWith("")).contains(FieldProblem.REQUIRED);
    }

    @Test
    void a_slug_of_50_characters_is_accepted_and_one_of_51_refused() {
        assertThat(Slug.problemWith("a".repeat(50))).isEmpty();
        assertThat(Slug.problemWith("a".repeat(51))).contains(FieldProblem.INVALID_SLUG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "api", "admin", "app", "mail", "static", "docs", "health", "public", "localhost"})
    void reserved_names_are_refused(String value) {
        assertThat(Slug.problemWith(value)).contains(FieldProblem.RESERVED_SLUG);
        assertThat(Slug.from(new TenantName(value), random).value()).matches(value + "-[a-z0-9]{6}");
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, acme",
        "Acme Corp., acme-corp",
        "'  --Acme &  Söhne--  ', acme-sohne",
        "Crème Brûlée, creme-brulee",
        "Łódź Æsir Øre Straße, lodz-aesir-ore-strasse",
        "İstanbul ISI, istanbul-isi",
        "ＡＢＣ ①, abc-1",
        "ﬁnance, finance",
        "a\u0301b, ab",
        "株式会社 Acme, acme",
        "C-3PO, c-3po"
    })
    void a_slug_is_made_from_a_name_by_folding_it_to_ASCII(String name, String slug) {
        assertThat(Slug.from(new TenantName(name), random).value()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社", "a", "!!!", "-", "😀😀", "ж"})
    void what_leaves_fewer_than_two_characters_becomes_org_and_six_by_chance(String name) {
        assertThat(Slug.from(new TenantName(name), random).value()).matches("org-[a-z0-9]{6}");
    }

    @Test
    void a_slug_from_a_name_is_cut_to_43_and_does_not_end_in_a_hyphen() {
        assertThat(Slug.from(new TenantName("a".repeat(100)), random).value()).isEqualTo("a".repeat(43));
        assertThat(Slug.from(new TenantName("a".repeat(42) + " b"), random).value())
                .isEqualTo("a".repeat(42));
    }

    @Test
    void a_slug_that_is_taken_is_varied_by_a_hyphen_and_six_by_chance_within_50() {
        assertThat(new Slug("acme").varied(random).value()).matches("acme-[a-z0-9]{6}");
        assertThat(new Slug("a".repeat(43)).varied(random).value()).hasSize(50).matches("a{43}-[a-z0-9]{6}");
        assertThat(new Slug("a".repeat(50)).varied(random).value()).hasSize(50);
        assertThat(new Slug("a".repeat(42) + "-b").varied(random).value()).matches("a{42}-[a-z0-9]{6}");
    }

    @Test
    void variations_differ() {
        Set<Slug> variations = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            variations.add(new Slug("acme").varied(random));
        }

        assertThat(variations).hasSizeGreaterThan(95);
    }

    @Test
    void the_schema_is_tenant_and_the_slug_with_underscores() {
        assertThat(new Slug("acme-corp").schema()).isEqualTo(new SchemaName("tenant_acme_corp"));
        assertThat(new Slug("a".repeat(50)).schema().value()).hasSize(57);
    }

    @Test
    void the_first_domain_is_the_slug_under_the_base_domain() {
        assertThat(new Slug("acme").under(new HostName("example.org"))).isEqualTo(new HostName("acme.example.org"));
    }
}
