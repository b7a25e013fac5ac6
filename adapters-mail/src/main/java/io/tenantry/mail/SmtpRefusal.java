package io.tenantry.mail;

import io.tenantry.domain.mail.MailSender.MailNotSent;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Says why an SMTP server did not take a mail. What a server answers often repeats the address, or the user: of an answer
 * only its codes are told (RFC 5321, section 4.2; RFC 3463), and it is not kept as the cause.
 */
final class SmtpRefusal {

    private static final Pattern ENHANCED_CODE = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private SmtpRefusal() {}

    static MailNotSent explain(MessagingException failed) {
        if (failed instanceof AuthenticationFailedException) {
            return new MailNotSent("the SMTP server refused the login" + enhancedCode(failed), null);
        }
        for (Exception one = failed; one != null; one = next(one)) {
            if (one instanceof IOException broken) {
                return new MailNotSent(
                        "no conversation with the SMTP server: "
                                + broken.getClass().getSimpleName(),
                        broken);
            }
            int code = replyCode(one);
            if (code > 0) {
                return new MailNotSent("the SMTP server answered " + code + enhancedCode(one), null);
            }
        }
        return new MailNotSent(
                "the mail could not be handed over: " + failed.getClass().getSimpleName(), null);
    }

    private static Exception next(Exception one) {
        return one instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static int replyCode(Exception one) {
        if (one instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (one instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return one instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static String enhancedCode(Exception answer) {
        Matcher code = ENHANCED_CODE.matcher(String.valueOf(answer.getMessage()));
        return code.find() ? " (" + code.group() + ")" : "";
    }
}
