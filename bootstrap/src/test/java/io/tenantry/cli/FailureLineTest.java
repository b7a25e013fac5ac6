package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureLineTest {

    @Test
    void a_failure_and_the_cause_of_it_all_are_one_line() {
        Exception root = new IOException("disk\nfull");
        Exception middle = new IllegalStateException("half way", root);

        assertThat(FailureLine.of(new IllegalStateException("no start", middle)))
                .isEqualTo("no start: disk full");
    }

    @Test
    void what_was_said_is_not_repeated() {
        assertThat(FailureLine.of(new IllegalStateException("no start: disk full", new IOException("disk full"))))
                .isEqualTo("no start: disk full");
    }

    @Test
    void a_failure_without_words_is_named() {
        assertThat(FailureLine.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
