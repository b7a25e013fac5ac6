package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.People;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "0:0:0:0:0:0:0:1");

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For,203.0.113.9", "X-Real-IP,203.0.113.9", "Forwarded,for=203.0.113.9", "X-Forwarded-For,a"
    })
    void R4_1_3_what_a_stranger_says_of_addresses_is_passed_over(String header, String value) {
        assertThat(LOOPBACK)
                .contains(signIn(TestServer.setup(), header, value)
                        .device()
                        .address()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9|203.0.113.9",
                "198.51.100.1, 203.0.113.9|203.0.113.9",
                "198.51.100.1, 203.0.113.9, 10.1.2.3|203.0.113.9",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]|2001:db8:0:0:0:0:0:1",
                "203.0.113.9, , 10.1.2.3|203.0.113.9",
                "nonsense, 10.1.2.3|10.1.2.3",
                "999.1.1.1, 10.1.2.3|10.1.2.3",
                "localhost, 10.1.2.3|10.1.2.3"
            })
    void a_trusted_proxy_is_believed_and_nobody_behind_it(String forwarded, String address) {
        TestServer.Setup trusting = TestServer.setup().trustedProxies("127.0.0.1", "::1", "10.0.0.0/8");
        assertThat(signIn(trusting, "X-Forwarded-For", forwarded).device().address())
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", ",", "1.2.3", "::::", "203.0.113.9:80", "fe80::1%lo", "' OR 1=1"})
    void R4_1_3_a_malformed_word_of_a_trusted_proxy_is_never_a_fault(String forwarded) {
        TestServer.Setup trusting = TestServer.setup().trustedProxies("127.0.0.1", "::1");
        assertThat(LOOPBACK)
                .contains(signIn(trusting, "X-Forwarded-For", forwarded)
                        .device()
                        .address()
                        .orElseThrow());
    }

    @Test
    void the_user_agent_is_noted() {
        assertThat(signIn(TestServer.setup(), "User-Agent", "browser/1")
                        .device()
                        .userAgent())
                .contains("browser/1");
    }

    @Test
    void the_host_that_was_called_is_passed_on() {
        assertThat(signIn(TestServer.setup(), "Host", "Acme.Example.com:8080").host())
                .contains(new HostName("acme.example.com"));
        assertThat(signIn(TestServer.setup(), "Host", "[::1]:80").host()).isEmpty();
    }

    @Test
    void a_forwarded_host_counts_from_a_trusted_proxy_alone() {
        assertThat(signIn(TestServer.setup(), "X-Forwarded-Host", "acme.example.com")
                        .host())
                .contains(new HostName("localhost"));
        TestServer.Setup trusting = TestServer.setup().trustedProxies("127.0.0.0/8", "::1");
        assertThat(signIn(trusting, "X-Forwarded-Host", "acme.example.com").host())
                .contains(new HostName("acme.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::1/129", ""})
    void what_is_no_address_or_block_is_refused_at_once(String trusted) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(trusted))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,10.0.0.0/8,true",
        "11.1.2.3,10.0.0.0/8,false",
        "10.1.2.3,0.0.0.0/0,true",
        "10.1.2.3,10.1.2.3,true",
        "10.1.2.3,10.1.2.2/31,true",
        "10.1.2.4,10.1.2.2/31,false",
        "2001:db8::1,2001:db8::/32,true",
        "2001:db9::1,2001:db8::/32,false",
        "10.1.2.3,::/0,false"
    })
    void a_block_holds_what_shares_its_first_bits(String address, String block, boolean held) {
        assertThat(new TrustedProxies(List.of(block))
                        .trusts(TrustedProxies.parse(address).orElseThrow()))
                .isEqualTo(held);
    }

    /** What the core was asked when somebody signed in with that header. */
    private static SignIn.Command signIn(TestServer.Setup setup, String header, String value) {
        List<SignIn.Command> seen = new ArrayList<>();
        try (TestServer server = setup.ports(ports -> noting(ports, seen)).start()) {
            server.client()
                    .post("/api/tenants/login", People.credentials("a@example.com", People.PASSWORD), header, value);
        }
        return seen.get(0);
    }

    private static Ports noting(Ports ports, List<SignIn.Command> seen) {
        return PortsFixture.withSignIn(ports, command -> {
            seen.add(command);
            throw new InvalidCredentials();
        });
    }
}
