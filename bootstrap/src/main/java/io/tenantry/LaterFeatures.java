package io.tenantry;

import java.util.Map;

/**
 * Settings of what this version does not have. One that promises a protection or a function must not be passed over: the
 * start is refused.
 */
final class LaterFeatures {

    private static final Map<String, String> ONLY = Map.of("DATABASE_ENGINE", "postgres");

    private LaterFeatures() {}

    static void check(Values values) {
        ONLY.forEach((name, supported) -> {
            if (values.given(name).filter(value -> !value.equals(supported)).isPresent()) {
                values.refuse(name, "it is not supported by this version; " + supported);
            }
        });
    }
}
