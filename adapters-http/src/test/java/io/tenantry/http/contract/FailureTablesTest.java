package io.tenantry.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.http.FailureFixture;
import io.tenantry.http.wire.ErrorShape;
import io.tenantry.http.wire.ErrorShape.ErrorAnswer;
import io.tenantry.http.wire.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of the core has an answer in every contract. */
class FailureTablesTest {
    private static final Map<Class<?>, DomainFailure> EXAMPLES =
            FailureFixture.ALL.stream().collect(Collectors.toMap(DomainFailure::getClass, Function.identity()));

    private static final List<String> PATHS = List.of(
            "/api/v1/session",
            "/nowhere",
            "/api/tenants/register",
            "/api/tenants/login",
            "/api/tenants/nowhere",
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/token",
            "/api/auth/register",
            "/oauth/token",
            "/oauth/nowhere");

    static Stream<Arguments> everyFailureInEveryContract() {
        return PATHS.stream()
                .flatMap(path -> Arrays.stream(DomainFailure.class.getPermittedSubclasses())
                        .map(failure -> Arguments.of(path, failure)));
    }

    @Test
    void there_is_an_example_of_every_failure() {
        assertThat(EXAMPLES).containsOnlyKeys(DomainFailure.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyFailureInEveryContract")
    void no_failure_falls_through_a_contracts_table(String path, Class<?> failure) {
        ErrorShape shape = ErrorShapes.ofPath(path);
        ErrorAnswer answer = shape.answer(Refusal.of(EXAMPLES.get(failure)), "reference");
        assertThat(answer.status()).isBetween(400, 503).isNotEqualTo(500);
        assertThat(answer.body().toString()).doesNotContain("reference=");
    }

    @ParameterizedTest
    @MethodSource("everyFailureInEveryContract")
    void a_path_with_a_slash_at_its_end_is_the_same_contracts(String path, Class<?> failure) {
        Refusal refusal = Refusal.of(EXAMPLES.get(failure));
        assertThat(ErrorShapes.ofPath(path + "/").answer(refusal, "r"))
                .isEqualTo(ErrorShapes.ofPath(path).answer(refusal, "r"));
    }

    @Test
    void every_field_problem_has_words_in_every_contract() {
        for (FieldProblem problem : FieldProblem.values()) {
            for (String path : PATHS) {
                Refusal refusal = Refusal.of(new InvalidInput("email", problem));
                assertThat(ErrorShapes.ofPath(path).answer(refusal, "r").body().toString())
                        .contains("email");
            }
        }
    }
}
