package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void what_is_kept_stays_as_it_is() {
        assertThat(Change.<String>keep().applyTo(Optional.of("before"))).contains("before");
        assertThat(Change.<String>keep().applyTo(Optional.empty())).isEmpty();
        assertThat(Change.<String>keep().applyTo("before", "standard")).isEqualTo("before");
    }

    @Test
    void what_is_given_takes_the_place_of_what_was_there() {
        assertThat(Change.to("after").applyTo(Optional.of("before"))).contains("after");
        assertThat(Change.to("after").applyTo(Optional.empty())).contains("after");
        assertThat(Change.to("after").applyTo("before", "standard")).isEqualTo("after");
    }

    @Test
    void what_is_cleared_is_gone_or_standard_again() {
        assertThat(Change.<String>clear().applyTo(Optional.of("before"))).isEmpty();
        assertThat(Change.<String>clear().applyTo("before", "standard")).isEqualTo("standard");
    }
}
