package io.tenantry.persistence.mail;

import io.tenantry.domain.mail.MailDetail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What a mail tells beside its link, as bytes: names and texts by turns, each with its length before it. */
final class MailDetails {

    private MailDetails() {}

    /** @throws UncheckedIOException if a text has over 64 KiB */
    static byte[] write(Map<MailDetail, String> details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (Map.Entry<MailDetail, String> detail : details.entrySet()) {
                out.writeUTF(detail.getKey().name());
                out.writeUTF(detail.getValue());
            }
        } catch (IOException tooLong) {
            throw new UncheckedIOException(tooLong);
        }
        return bytes.toByteArray();
    }

    /**
     * Passes over names that only a newer version knows.
     *
     * @throws IllegalArgumentException if the bytes are not what {@link #write} made
     */
    static Map<MailDetail, String> read(byte[] bytes) {
        Map<MailDetail, String> details = new EnumMap<>(MailDetail.class);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                String name = in.readUTF();
                String text = in.readUTF();
                Arrays.stream(MailDetail.values())
                        .filter(detail -> detail.name().equals(name))
                        .forEach(detail -> details.put(detail, text));
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("no details of a mail", malformed);
        }
        return details;
    }
}
