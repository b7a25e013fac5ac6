package io.tenantry.mail;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the link of each kind of mail that has one leads: from the configuration alone, never from a request. Immutable.
 *
 * <p>A template is an absolute http or https URL, 500 characters at most, that holds {@code {token}} once, after the host.
 */
public final class MailLinks {

    private static final String TOKEN = "{token}";

    /** A word that stands for the token while a template is examined. */
    private static final String SAMPLE = "sample-token";

    /** Keeps the line of the link within what a line of a mail may hold (RFC 5322, section 2.1.1). */
    private static final int MAX_LENGTH = 500;

    private final Map<MailKind, String> templates;

    private MailLinks(Map<MailKind, String> templates) {
        this.templates = templates;
    }

    /**
     * The server's own pages: {@code <publicUrl>/verify?token=}, {@code /reset?token=}, {@code /confirm-email?token=}
     * and {@code /invitations/accept?token=}.
     *
     * @throws IllegalArgumentException if the URL cannot be the base of links
     */
    public static MailLinks of(URI publicUrl) {
        String base = publicUrl.toString().replaceAll("/+$", "");
        Map<MailKind, String> templates = new EnumMap<>(MailKind.class);
        templates.put(MailKind.VERIFY_EMAIL, checked(base + "/verify?token=" + TOKEN));
        templates.put(MailKind.RESET_PASSWORD, checked(base + "/reset?token=" + TOKEN));
        templates.put(MailKind.CONFIRM_EMAIL, checked(base + "/confirm-email?token=" + TOKEN));
        templates.put(MailKind.INVITATION, checked(base + "/invitations/accept?token=" + TOKEN));
        return new MailLinks(templates);
    }

    /**
     * These links, but for one kind: it leads into a front end of the host's.
     *
     * @throws IllegalArgumentException if it is no such template as is described above, or the kind has no link
     */
    public MailLinks with(MailKind kind, String template) {
        if (!kind.hasLink()) {
            throw new IllegalArgumentException("a mail of this kind has no link: " + kind);
        }
        Map<MailKind, String> others = new EnumMap<>(templates);
        others.put(kind, checked(template));
        return new MailLinks(others);
    }

    /** @throws IllegalStateException if the mail lacks the token of its link */
    String link(Mail mail) {
        SecretToken token = mail.token()
                .orElseThrow(
                        () -> new IllegalStateException("a mail of " + mail.kind() + " needs a token: " + mail.id()));
        return templates.get(mail.kind()).replace(TOKEN, URLEncoder.encode(token.value(), StandardCharsets.UTF_8));
    }

    private static String checked(String template) {
        int first = template.indexOf(TOKEN);
        if (first < 0 || first != template.lastIndexOf(TOKEN)) {
            throw new IllegalArgumentException("a mail's link must hold {token} once: " + template);
        }
        if (template.length() > MAX_LENGTH || !isWebAddress(template.replace(TOKEN, SAMPLE))) {
            throw new IllegalArgumentException(
                    "a mail's link must be an http or https URL of 500 characters at most: " + template);
        }
        return template;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = URI.create(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && !uri.getHost().contains(SAMPLE)
                    && url.chars().allMatch(c -> c < 128);
        } catch (IllegalArgumentException notOneAtAll) {
            return false;
        }
    }
}
