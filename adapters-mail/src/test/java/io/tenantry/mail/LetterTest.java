package io.tenantry.mail;

import static io.tenantry.mail.LetterFixture.DETAILS;
import static io.tenantry.mail.LetterFixture.flowing;
import static io.tenantry.mail.LetterFixture.letter;
import static io.tenantry.mail.LetterFixture.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mail, in every language. */
class LetterTest {

    /** What others have done, and may do. */
    private static final Set<MailKind> OF_TENANTS = EnumSet.of(
            MailKind.INVITATION_ACCEPTED,
            MailKind.ROLE_CHANGED,
            MailKind.MEMBER_REMOVED,
            MailKind.TENANT_CLOSED,
            MailKind.TENANT_RESTORED,
            MailKind.QUOTA_NEARLY_USED,
            MailKind.QUOTA_USED);

    static Stream<Arguments> all() {
        return Arrays.stream(MailKind.values())
                .flatMap(kind -> Stream.of(Locale.ENGLISH, Locale.GERMAN).map(locale -> Arguments.of(kind, locale)));
    }

    static Stream<Arguments> notices() {
        return all().filter(each -> !((MailKind) each.get()[0]).hasLink());
    }

    static Stream<Arguments> noticesOfOnesAccount() {
        return notices().filter(each -> !OF_TENANTS.contains((MailKind) each.get()[0]));
    }

    static Stream<Arguments> noticesOfTenants() {
        return notices().filter(each -> OF_TENANTS.contains((MailKind) each.get()[0]));
    }

    static Stream<Arguments> withLink() {
        return all().filter(each -> ((MailKind) each.get()[0]).hasLink());
    }

    @ParameterizedTest
    @MethodSource("all")
    void text_and_HTML_say_the_same_and_nothing_is_left_to_fill_in(MailKind kind, Locale locale) {
        Letter letter = letter(kind, locale, DETAILS);

        assertThat(letter.text() + letter.html()).doesNotContain("{", "}", "null");
        assertThat(letter.html().replaceAll("<[^>]+>", "")).contains(escapedLines(letter.text()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void lines_are_short_and_paragraphs_are_set_apart(MailKind kind, Locale locale) {
        Letter letter = letter(kind, locale, DETAILS);

        assertThat(letter.text().lines())
                .filteredOn(line -> !line.contains("token="))
                .allMatch(line -> line.length() < 78);
        assertThat(letter.html().lines()).allMatch(line -> line.length() < 300);
        assertThat(letter.text()).contains("\n\n").doesNotContain("\n\n\n").endsWith("\n");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_subject_is_one_short_line_and_the_title_of_the_HTML(MailKind kind, Locale locale) {
        Letter letter = letter(kind, locale, DETAILS);

        assertThat(letter.subject()).isNotBlank().doesNotContain("\n", "{").hasSizeLessThan(70);
        assertThat(letter.html())
                .contains("<title>" + letter.subject() + "</title>")
                .contains("<html lang=\"" + locale.getLanguage() + "\">");
    }

    @ParameterizedTest
    @MethodSource("withLink")
    void R_F2_the_link_stands_on_a_line_of_its_own_and_is_the_only_one(MailKind kind, Locale locale) {
        Mail mail = mail(kind, locale, DETAILS);
        String link = SettingsFixture.links().link(mail);
        Letter letter = letter(mail);

        assertThat(letter.text().lines()).containsOnlyOnce(link);
        assertThat(letter.text()).containsOnlyOnce("token=").containsOnlyOnce("http");
        assertThat(letter.html()).contains("<a href=\"" + link + "\"", ">" + link + "<");
        assertThat(letter.html().replace(link, "")).doesNotContain("http", "token=");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void a_notice_has_no_link_and_no_token_even_if_it_was_given_one(MailKind kind, Locale locale) {
        Mail notice = mail(kind, locale, DETAILS);
        Mail token = mail(MailKind.VERIFY_EMAIL, locale, DETAILS);
        Mail odd = new Mail(notice.id(), kind, notice.to(), token.token(), DETAILS, notice.createdAt());
        Letter letter = letter(odd);

        assertThat(letter.text() + letter.html())
                .doesNotContain(
                        "http", "token", "href", token.token().orElseThrow().value());
    }

    @ParameterizedTest
    @MethodSource("notices")
    void R6_3_7_a_notice_tells_when_from_where_and_by_which_program_it_was_done(MailKind kind, Locale locale) {
        Letter letter = letter(kind, locale, DETAILS);

        boolean english = locale.equals(Locale.ENGLISH);
        assertThat(letter.text().lines())
                .contains(
                        english
                                ? "When: 1 March 2026, 13:00 (Europe/Berlin)"
                                : "Zeitpunkt: 1. März 2026, 13:00 Uhr (Europe/Berlin)")
                .contains((english ? "IP address" : "IP-Adresse") + ": 2001:db8::17")
                .contains((english ? "Program" : "Programm") + ": Firefox (Linux)")
                .contains((english ? "New address" : "Neue Adresse") + ": countess@example.org");
    }

    @ParameterizedTest
    @MethodSource("noticesOfTenants")
    void a_notice_of_a_tenant_names_it_and_whom_to_ask(MailKind kind, Locale locale) {
        String text = letter(kind, locale, DETAILS).text();

        assertThat(text).containsPattern("\n(Organization: “Acme Inc.”|Organisation: „Acme Inc.“)\n");
        assertThat(flowing(text))
                .containsPattern("If you did not expect it|Wenn Sie das nicht erwartet haben")
                .doesNotContain("using your account", "benutzt möglicherweise jemand anderes");
    }

    @ParameterizedTest
    @MethodSource("noticesOfOnesAccount")
    void a_notice_says_what_to_do_if_it_was_somebody_else(MailKind kind, Locale locale) {
        String text = flowing(letter(kind, locale, Map.of()).text());

        assertThat(text).containsPattern("If (it|this) was not you|Wenn nicht|Wenn Sie das nicht waren");
    }

    @Test
    void how_much_of_a_quota_is_used_is_told_as_the_language_writes_numbers() {
        Map<MailDetail, String> quota = Map.of(MailDetail.USED, "8000000", MailDetail.LIMIT, "10000000");

        assertThat(letter(MailKind.QUOTA_NEARLY_USED, Locale.ENGLISH, quota).text())
                .contains("\nUnits used: 8,000,000\nQuota: 10,000,000\n");
        assertThat(letter(MailKind.QUOTA_USED, Locale.GERMAN, quota).text())
                .contains("\nVerbrauchte Einheiten: 8.000.000\nKontingent: 10.000.000\n");
        assertThat(letter(MailKind.QUOTA_USED, Locale.ENGLISH, Map.of(MailDetail.USED, "call 0123"))
                        .text())
                .doesNotContain("0123");
    }

    @Test
    void an_API_key_is_named_to_who_answers_for_it() {
        assertThat(letter(MailKind.API_KEY_CREATED, Locale.ENGLISH, DETAILS).text())
                .contains("\nAPI key: YubiKey 5C\n")
                .contains("\nOrganization: “Acme Inc.”\n");
    }

    @Test
    void what_is_not_known_is_left_out() {
        Letter letter = letter(MailKind.PASSWORD_CHANGED, Locale.ENGLISH, Map.of());

        assertThat(letter.text()).contains("When: ").doesNotContain("IP address", "Program", "New address");
    }

    @Test
    void the_name_of_a_passkey_or_of_a_linked_service_is_told_with_what_it_is() {
        assertThat(letter(MailKind.PASSKEY_ADDED, Locale.ENGLISH, DETAILS).text())
                .contains("\nPasskey: YubiKey 5C\n");
        assertThat(letter(MailKind.IDENTITY_LINKED, Locale.GERMAN, DETAILS).text())
                .contains("\nDienst: YubiKey 5C\n");
        assertThat(letter(MailKind.NEW_SIGN_IN, Locale.GERMAN, DETAILS).text()).doesNotContain("YubiKey");
    }

    @Test
    void the_lifetimes_told_are_those_that_tokens_have() {
        long hours = TokenPurpose.VERIFY_EMAIL.lifetime().toHours();
        long minutes = TokenPurpose.RESET_PASSWORD.lifetime().toMinutes();
        long confirmation = TokenPurpose.CONFIRM_EMAIL.lifetime().toMinutes();

        long days = Invitation.LIFETIME.toDays();

        assertThat(words(MailKind.INVITATION, Locale.ENGLISH)).contains("used once, for " + days + " days");
        assertThat(words(MailKind.INVITATION, Locale.GERMAN)).contains("und zwar " + days + " Tage lang");
        assertThat(words(MailKind.VERIFY_EMAIL, Locale.ENGLISH)).contains("works for " + hours + " hours");
        assertThat(words(MailKind.VERIFY_EMAIL, Locale.GERMAN)).contains("gilt " + hours + " Stunden");
        assertThat(words(MailKind.RESET_PASSWORD, Locale.ENGLISH)).contains("for " + minutes + " minutes");
        assertThat(words(MailKind.RESET_PASSWORD, Locale.GERMAN)).contains(minutes + " Minuten");
        assertThat(words(MailKind.CONFIRM_EMAIL, Locale.ENGLISH)).contains("for " + confirmation + " minutes");
        assertThat(words(MailKind.CONFIRM_EMAIL, Locale.GERMAN)).contains(confirmation + " Minuten");
    }

    @Test
    void who_asked_for_nothing_learns_that_nothing_changes() {
        assertThat(words(MailKind.VERIFY_EMAIL, Locale.ENGLISH))
                .contains("If you did not sign up, please ignore this mail");
        assertThat(words(MailKind.RESET_PASSWORD, Locale.ENGLISH))
                .contains("If you did not ask for it, please ignore this mail: nothing changes");
    }

    @Test
    void R_E8_a_new_address_is_confirmed_only_by_who_asked_for_it() {
        assertThat(words(MailKind.CONFIRM_EMAIL, Locale.ENGLISH))
                .contains("please do not confirm it", "would then belong to a stranger's account");
        assertThat(words(MailKind.CONFIRM_EMAIL, Locale.GERMAN))
                .contains("bestätigen Sie es bitte nicht", "zum Konto eines Fremden");
    }

    @Test
    void R_E3_an_invitation_says_whom_it_is_for_what_happens_and_that_nothing_happens_by_itself() {
        assertThat(words(MailKind.INVITATION, Locale.ENGLISH))
                .contains("for this e-mail address alone", "an account is made for you", "do not pass this mail on")
                .contains("nothing happens unless you accept");
        assertThat(words(MailKind.INVITATION, Locale.GERMAN))
                .contains("gilt nur für diese E-Mail-Adresse", "ein Konto für Sie angelegt", "nicht weiter")
                .contains("Solange Sie nicht annehmen, geschieht nichts");
    }

    @Test
    void an_invitation_tells_to_what_by_whom_as_what_and_until_when() {
        assertThat(letter(MailKind.INVITATION, Locale.ENGLISH, DETAILS).text().lines())
                .contains(
                        "Organization: “Acme Inc.”",
                        "Invited by: “Grace Hopper”",
                        "Role: admin",
                        "Valid until: 8 March 2026, 13:00 (Europe/Berlin)");
        assertThat(letter(MailKind.INVITATION, Locale.GERMAN, DETAILS).text().lines())
                .contains(
                        "Organisation: „Acme Inc.“",
                        "Eingeladen von: „Grace Hopper“",
                        "Rolle: Administrator",
                        "Gültig bis: 8. März 2026, 13:00 Uhr (Europe/Berlin)");
    }

    @Test
    void who_has_joined_what_one_is_now_and_when_all_is_gone_are_told() {
        assertThat(letter(MailKind.INVITATION_ACCEPTED, Locale.ENGLISH, DETAILS).text())
                .contains("\nNew member: linus@example.org\n");
        assertThat(letter(MailKind.ROLE_CHANGED, Locale.GERMAN, DETAILS).text()).contains("\nRolle: Administrator\n");
        assertThat(letter(MailKind.TENANT_CLOSED, Locale.ENGLISH, DETAILS).text())
                .contains("\nGone for good after: 8 March 2026, 13:00 (Europe/Berlin)\n");
        assertThat(letter(MailKind.TENANT_RESTORED, Locale.ENGLISH, DETAILS).text())
                .doesNotContain("8 March");
    }

    @Test
    void notices_tell_no_more_than_happened() {
        assertThat(words(MailKind.RECOVERY_CODE_USED, Locale.ENGLISH))
                .contains("was used")
                .doesNotContain("signed in to your account");
        assertThat(words(MailKind.RECOVERY_CODE_USED, Locale.GERMAN))
                .contains("wurde benutzt")
                .doesNotContain("angemeldet");
        assertThat(words(MailKind.PASSWORD_CHANGED, Locale.ENGLISH)).contains("All other sign-ins");
        assertThat(words(MailKind.PASSWORD_CHANGED, Locale.GERMAN)).contains("Alle anderen Anmeldungen");
    }

    private static String words(MailKind kind, Locale locale) {
        return flowing(letter(kind, locale, Map.of()).text());
    }

    private static String[] escapedLines(String text) {
        return text.lines().map(Block::escaped).toArray(String[]::new);
    }
}
