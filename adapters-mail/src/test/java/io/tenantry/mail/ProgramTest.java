package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/144.0.0.0 Safari/537.36|Chrome (Windows)",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/144.0 Safari/537.36 Edg/144.0|Edge (Windows)",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15|Safari (macOS)",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/144.0 Safari/604.1|Chrome (iPhone)",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 SamsungBrowser/29.0 Chrome/136 Safari/537|Samsung Internet (Android)",
                "Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0|Firefox (Linux)",
                "Firefox/1.0|Firefox",
                "curl/8.5.0|curl",
                "python-requests/2.32|python-requests",
                "okhttp|okhttp"
            })
    void a_program_is_told_in_few_words(String userAgent, String told) {
        assertThat(Program.of(userAgent)).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (compatible)",
                "https://evil.example/",
                "evil.example",
                "evil.example/1.0",
                "0800/1234567",
                "<script>/1",
                "call\r\nBcc: x",
                "Your-account-was-hacked-call-me/1.0"
            })
    void R16_4_1_nothing_is_repeated_that_is_more_than_the_name_of_a_product(String userAgent) {
        assertThat(Program.of(userAgent)).isEmpty();
    }
}
