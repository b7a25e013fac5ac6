package io.tenantry;

import java.util.List;

/** The configuration cannot be used. Tells every fault, a line each; no line shows a secret. */
public final class ConfigurationException extends RuntimeException {

    private final transient List<String> faults;

    ConfigurationException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each names the variable, its value, and what would do. At least one. */
    public List<String> faults() {
        return faults;
    }
}
