package io.tenantry.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.webhook.WebhookUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which addresses something may be sent that a tenant has asked for. */
class ReachTest {
    private static final WebhookUrl HTTPS = new WebhookUrl("https://hooks.example.org/in");
    private static final WebhookUrl HTTP = new WebhookUrl("http://hooks.example.org/in");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void nothing_is_sent_to_an_address_that_is_not_public(String address) {
        assertThat(reach(List.of(), address).of(HTTPS)).isEmpty();
        assertThat(reach(List.of(), "8.8.8.8", address).of(HTTPS)).isEmpty();
        assertThat(reach(List.of(), address, "2606:4700::1111").of(HTTPS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.255.255",
                "100.128.0.0",
                "172.32.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void by_https_it_goes_to_public_addresses_and_by_http_to_none(String address) {
        assertThat(reach(List.of(), address).of(HTTPS))
                .extracting(InetAddress::getHostAddress)
                .hasSize(1);
        assertThat(reach(List.of(), address).of(HTTP)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8,127.0.0.1,true",
        "127.0.0.1,127.0.0.1,true",
        "127.0.0.1,127.0.0.2,false",
        "127.0.0.0/8,::ffff:127.0.0.1,true",
        "127.0.0.0/8,::1,false",
        "::1,::1,true",
        "fd00::/8,fd12::1,true",
        "10.0.0.0/8,169.254.169.254,false"
    })
    void what_the_installation_allows_is_reached_by_either_scheme(String block, String address, boolean reached) {
        assertThat(reach(List.of(block), address).of(HTTPS).isEmpty()).isEqualTo(!reached);
        assertThat(reach(List.of(block), address).of(HTTP).isEmpty()).isEqualTo(!reached);
        assertThat(reach(List.of(block), address, "192.168.1.1").of(HTTP)).isEmpty();
    }

    @Test
    void a_name_that_leads_nowhere_is_not_reached() {
        Reach nowhere = new Reach(List.of("0.0.0.0/0"), host -> {
            throw new UnknownHostException(host);
        });

        assertThat(nowhere.of(HTTPS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://localhost./",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/"
            })
    void a_name_or_number_of_this_machine_is_refused_in_whatever_form(String url) {
        assertThat(new Reach(List.of(), InetAddress::getAllByName).of(new WebhookUrl(url)))
                .isEmpty();
    }

    @Test
    void what_is_no_block_is_found_out_at_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HttpWebhookSender("1", List.of("localhost")));
        assertThatIllegalArgumentException().isThrownBy(() -> new HttpWebhookSender("1", List.of("10.0.0.0/33")));
    }

    private static Reach reach(List<String> allowed, String... addresses) {
        return new Reach(
                allowed, host -> Stream.of(addresses).map(ReachTest::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(noLiteral);
        }
    }
}
