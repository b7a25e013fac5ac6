package io.tenantry.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.tenantry.http.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is mounted is described, and what is described is mounted. */
final class OpenApiRoutesTest {

    private static final Set<HandlerType> DESCRIBED =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    @Test
    void the_routes_mounted_are_those_described() {
        Set<String> described = OpenApiDocument.published()
                .operations()
                .map(operation -> inOneSpelling(operation.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described)
                .contains("get /metrics", "get /confirm-email", "get /social/callback", "put /api/v1/me/avatar");
        assertThat(mounted()).containsExactlyElementsOf(described);
    }

    private static Set<String> mounted() {
        List<Endpoint> endpoints = new ArrayList<>();
        try (TestServer server = TestServer.setup()
                .metrics("", null)
                .beside(config -> config.unsafe
                        .internalRouter
                        .allHttpHandlers()
                        .forEach(parsed -> endpoints.add(parsed.endpoint)))
                .start()) {
            assertThat(server.port()).isPositive();
        }
        return endpoints.stream()
                .filter(endpoint -> DESCRIBED.contains(endpoint.method))
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
                .map(OpenApiRoutesTest::inOneSpelling)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A slash at the end does not matter, and the files of the pages are described as one. */
    private static String inOneSpelling(String route) {
        return route.replaceFirst("(?<=[^ ])/$", "").replaceFirst(" /pages/.+", " /pages/{file}");
    }
}
