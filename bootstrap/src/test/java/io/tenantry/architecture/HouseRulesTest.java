package io.tenantry.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.tenantry");

    static Stream<ArchRule> rules() {
        return HouseRules.BY_PLANTED_VIOLATION.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_notices_what_breaks_it(ArchRule rule) {
        JavaClasses planted = new ClassFileImporter().importClasses(HouseRules.BY_PLANTED_VIOLATION.get(rule));

        assertThatThrownBy(() -> rule.check(planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void every_rule_of_the_house_is_checked() {
        long rules = Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .count();

        assertThat(HouseRules.BY_PLANTED_VIOLATION).hasSize((int) rules);
    }

    @Test
    void every_module_has_classes_to_look_at() {
        HouseRules.AT_LEAST.forEach((module, least) -> assertThat(HOUSE.stream()
                        .filter(type -> type.getPackageName().equals(module)
                                || type.getPackageName().startsWith(module + ".")))
                .as(module)
                .hasSizeGreaterThanOrEqualTo(least));
    }
}
