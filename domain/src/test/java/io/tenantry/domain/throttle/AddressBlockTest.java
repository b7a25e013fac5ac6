package io.tenantry.domain.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.Device;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressBlockTest {

    @Test
    void all_of_an_IPv4_address_counts() {
        assertThat(block("203.0.113.7")).contains(new AddressBlock("203.0.113.7"));
        assertThat(block("203.0.113.7")).isNotEqualTo(block("203.0.113.8"));
    }

    @Test
    void of_an_IPv6_address_the_first_64_bits_count_however_it_is_written() {
        Optional<AddressBlock> home = block("2001:db8:0:1::1");

        assertThat(home).isPresent();
        assertThat(block("2001:db8:0:1:ffff:ffff:ffff:ffff")).isEqualTo(home);
        assertThat(block("2001:0DB8:0000:0001:0000:0000:0000:0002")).isEqualTo(home);
        assertThat(block("2001:db8:0:2::1")).isPresent().isNotEqualTo(home);
    }

    @Test
    void an_IPv4_address_mapped_into_IPv6_is_that_IPv4_address() {
        assertThat(block("::ffff:203.0.113.7")).isEqualTo(block("203.0.113.7"));
        assertThat(block("::ffff:cb00:7107")).isEqualTo(block("203.0.113.7"));
    }

    @Test
    void R4_1_3_what_is_no_address_has_no_block_and_is_never_looked_up() {
        List<String> malformed = List.of(
                "",
                "a",
                "dead.beef",
                "localhost",
                "203.0.113",
                "203.0.113.7:443",
                "256.0.0.1",
                "010.0.0.1",
                ".:",
                "1:.",
                "1.2.3.4.5",
                ":",
                ":::",
                "[::1]",
                "2001:db8::1::2",
                "fe80::1%eth0",
                "203.0.113.7, 10.0.0.1",
                "1".repeat(400));

        assertThat(malformed).allSatisfy(text -> assertThat(block(text)).isEmpty());
    }

    @Test
    void a_device_that_is_not_known_has_no_block() {
        assertThat(AddressBlock.of(Device.UNKNOWN)).isEmpty();
    }

    private static Optional<AddressBlock> block(String address) {
        return AddressBlock.of(new Device(Optional.of(address), Optional.empty()));
    }
}
