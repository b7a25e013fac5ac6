package io.tenantry.persistence.portability;

/** Why a tenant cannot be exported or imported, in one line, with what would do. Nothing was changed. */
public final class PortabilityRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortabilityRefused(String line) {
        super(line);
    }

    PortabilityRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
