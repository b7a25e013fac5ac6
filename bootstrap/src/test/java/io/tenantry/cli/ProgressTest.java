package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();

    @Test
    void it_tells_that_the_work_goes_on_and_clears_its_line() {
        String done = Progress.shown(new PrintWriter(err, true), "working", 1, () -> {
            while (!written().contains("working … 2 s")) {
                LockSupport.parkNanos(1_000_000);
            }
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(written()).contains("\rworking … 1 s").endsWith("\r");
    }

    @Test
    void it_says_nothing_of_what_is_done_at_once() {
        Progress.shown(new PrintWriter(err, true), "working", 60_000, () -> 1);

        assertThat(written()).isEmpty();
    }

    @Test
    void it_says_nothing_where_nobody_watches() {
        Progress.during(new PrintWriter(err, true), "working", () -> 1);

        assertThat(written()).isEmpty();
    }

    private String written() {
        return err.toString();
    }
}
