package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Thrown within a transaction so that it is rolled back. */
final class Rollback extends RuntimeException {

    /** Runs work that must end by a rollback. */
    static void of(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Rollback.class);
    }
}
