package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListeningSocketTest {

    @Test
    void port_0_takes_a_free_one() throws IOException {
        try (ListeningSocket socket = ListeningSocket.bind(settings("127.0.0.1", 0))) {
            assertThat(socket.port()).isPositive();
            assertThat(socket.uri()).hasToString("http://127.0.0.1:" + socket.port());
        }
    }

    @Test
    void a_port_that_is_taken_is_refused_in_one_line() throws IOException {
        try (ListeningSocket first = ListeningSocket.bind(settings("127.0.0.1", 0))) {
            assertThatThrownBy(() -> ListeningSocket.bind(settings("127.0.0.1", first.port())))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("PORT=" + first.port() + " cannot be used")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_host_that_is_none_is_refused_in_one_line() {
        assertThatThrownBy(() -> ListeningSocket.bind(settings("no-such-host.invalid", 0)))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("TENANTRY_HOST=no-such-host.invalid cannot be used");
    }

    @Test
    void an_address_for_all_is_called_as_localhost() throws IOException {
        try (ListeningSocket socket = ListeningSocket.bind(settings("0.0.0.0", 0))) {
            assertThat(socket.uri().getHost()).isEqualTo("localhost");
        }
    }

    private static ServerSettings settings(String host, int port) {
        return new ServerSettings(
                host,
                port,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
