package io.tenantry.mail;

import java.time.Duration;

/**
 * How long an SMTP server is waited for.
 *
 * @param connect until the connection stands
 * @param read for each answer
 * @param write for each thing said to it
 * @param whole for all of it together
 */
record SmtpTimeouts(Duration connect, Duration read, Duration write, Duration whole) {

    static final SmtpTimeouts STANDARD = new SmtpTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(45));
}
