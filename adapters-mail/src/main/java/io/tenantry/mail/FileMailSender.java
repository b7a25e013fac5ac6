package io.tenantry.mail;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each mail into a folder, as {@code <UTC milliseconds, 13 digits>-<id>.eml} (RFC 5322), for whoever has no SMTP server:
 * complete from the moment that it appears, legible to the owner of the folder alone. Safe for use by many threads.
 */
public final class FileMailSender implements MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(FileMailSender.class);

    private final MailFolder folder;
    private final MailWriter writer;
    private final InstantSource clock;
    private final Session session = Session.getInstance(new Properties());

    /** @param folder made when it is first needed, with mode 0700 where there are such modes */
    public FileMailSender(Path folder, MailSettings settings) {
        this(folder, settings, InstantSource.system());
    }

    FileMailSender(Path folder, MailSettings settings, InstantSource clock) {
        this.folder = new MailFolder(folder);
        this.writer = new MailWriter(settings, "8bit");
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) throws MailNotSent {
        String name = String.format(Locale.ROOT, "%013d-%s.eml", clock.millis(), mail.id());
        try {
            folder.add(name, bytes(mail));
        } catch (IOException | MessagingException failed) {
            throw new MailNotSent(
                    "no file could be written: " + failed.getClass().getSimpleName(), failed);
        }
        LOG.info("mail {} {} is in {}", mail.kind(), mail.id(), name);
    }

    private byte[] bytes(Mail mail) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(mail, session).writeTo(bytes);
        return bytes.toByteArray();
    }
}
