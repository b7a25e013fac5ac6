package io.tenantry;

import java.util.List;
import java.util.Map;

/**
 * Settings of what this version does not have. One that promises a protection or a function must not be passed over: the
 * start is refused. Any other is accepted with a warning, so that one configuration serves several versions.
 */
final class LaterFeatures {

    private static final Map<String, String> ONLY = Map.of("DATABASE_ENGINE", "postgres");

    private static final List<String> WITHOUT_EFFECT = List.of("TENANTRY_LINK_INVITE");

    private LaterFeatures() {}

    static void check(Values values) {
        ONLY.forEach((name, supported) -> {
            if (values.given(name).filter(value -> !value.equals(supported)).isPresent()) {
                values.refuse(name, "it is not supported by this version; " + supported);
            }
        });
        WITHOUT_EFFECT.stream()
                .filter(name -> values.given(name).isPresent())
                .forEach(name -> values.warn(name + " has no effect in this version"));
    }
}
