package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> closed = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void the_last_opened_is_closed_first() {
        closing.add(() -> closed.add("first"));
        closing.add(() -> closed.add("second"));

        closing.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void one_that_does_not_close_holds_up_no_other() {
        closing.add(() -> closed.add("first"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });

        closing.close();

        assertThat(closed).containsExactly("first");
    }

    @Test
    void nothing_is_closed_twice() {
        closing.add(() -> closed.add("once"));

        closing.close();
        closing.close();

        assertThat(closed).containsExactly("once");
    }
}
