package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.Device;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityLogTest {

    @Test
    void R16_3_1_an_event_is_one_line_with_who_where_what_and_how_it_ended() {
        Device device = new Device(Optional.of("192.0.2.7"), Optional.of("curl/8.5.0"));

        assertThat(SecurityLog.line(SecurityEvents.signIn(device)))
                .isEqualTo("event=session.sign_in outcome=success actor=user:" + SecurityEvents.USER + " subject="
                        + SecurityEvents.USER + " tenant=" + SecurityEvents.TENANT
                        + " ip=\"192.0.2.7\" userAgent=\"curl/8.5.0\" contract=\"native\" method=\"password\"");
    }

    @Test
    void R16_2_1_what_else_an_event_is_about_is_said_too_and_cannot_look_like_another_key() {
        assertThat(SecurityLog.line(SecurityEvents.domainRemoved("acme.example")))
                .isEqualTo("event=domain.removed outcome=success actor=user:" + SecurityEvents.USER
                        + " target=\"domain:acme.example\" tenant=" + SecurityEvents.TENANT);
        assertThat(SecurityLog.line(SecurityEvents.domainRemoved("x\" outcome=\"refused")))
                .contains("target=\"domain:x\\\" outcome=\\\"refused\" tenant=");
    }

    @Test
    void what_is_not_known_is_left_out() {
        assertThat(SecurityLog.line(SecurityEvents.refused()))
                .isEqualTo("event=session.sign_in outcome=refused actor=anonymous");
    }

    @Test
    void R16_3_2_it_is_written_to_the_logger_that_operators_look_at() {
        String log = SystemErr.during(() -> new SecurityLog().accept(SecurityEvents.refused()));

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("INFO", "security - event=session.sign_in outcome=refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nevent=session.sign_in outcome=success",
                "a\u2028b\u2029c\u0085d\u000Be",
                "a\u001B[2Jb\u009Bc",
                "a\u0000b\u202Ec\u200Bd"
            })
    void R16_4_1_nothing_that_others_chose_can_end_the_line_or_move_the_cursor(String hostile) {
        String line = SecurityLog.line(SecurityEvents.signIn(new Device(Optional.of(hostile), Optional.of(hostile))));

        assertThat(line.codePoints().filter(c -> c < 32 || c > 126)).isEmpty();
        assertThat(line).contains("ip=\"a?").hasLineCount(1);
    }

    @Test
    void R16_4_1_nothing_that_others_chose_can_look_like_another_key() {
        Device device = new Device(Optional.empty(), Optional.of("x\" outcome=\"success\\"));

        assertThat(SecurityLog.line(SecurityEvents.signIn(device)))
                .contains("userAgent=\"x\\\" outcome=\\\"success\\\\\" contract=");
    }
}
