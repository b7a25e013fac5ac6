package io.tenantry.persistence.portability;

/** Why a line cannot be used. The message shows nothing of it. */
final class UnusableLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableLine(String reason) {
        super(reason);
    }
}
