package io.tenantry.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.WrongAccount;
import io.tenantry.http.Client;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages speak English and German. */
class LanguagesTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("^  (\\w+):", Pattern.MULTILINE);

    private static TestServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/verify", "/confirm-email", "/reset", "/social/callback", "/invitations/accept"})
    void a_page_comes_in_the_language_that_is_liked_best(String path) {
        Reply german = client.get(path, "Accept-Language", "fr, de-AT;q=0.9, en;q=0.8");
        assertThat(german.text()).contains("<html lang=\"de\">");
        assertThat(german.header("Content-Language")).contains("de");
        assertThat(String.join(",", german.all("Vary"))).contains("Accept-Language");
        for (String other : new String[] {"en", "fr", "*", "x;;"}) {
            assertThat(client.get(path, "Accept-Language", other).text()).contains("<html lang=\"en\">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/verify", "/confirm-email", "/reset", "/social/callback", "/invitations/accept"})
    void a_page_is_built_alike_in_every_language(String path) {
        String english = client.get(path, "Accept-Language", "en").text();
        String german = client.get(path, "Accept-Language", "de").text();
        assertThat(tags(german)).isEqualTo(tags(english));
        assertThat(german).isNotEqualTo(english.replace("lang=\"en\"", "lang=\"de\""));
    }

    @Test
    void what_is_there_in_english_alone_says_so() {
        Reply docs = client.get("/docs", "Accept-Language", "de");
        assertThat(docs.text()).contains("<html lang=\"en\">");
        assertThat(docs.header("Content-Language")).contains("en");
    }

    @Test
    void the_scripts_have_the_same_words_in_every_language() {
        String words = client.get("/pages/words.js").text();
        int german = words.indexOf("const de = {");
        assertThat(names(words.substring(german))).isEqualTo(names(words.substring(0, german)));
        assertThat(names(words)).hasSizeGreaterThan(20);
    }

    @Test
    void what_the_api_says_behind_a_mails_link_has_german_words() {
        String words = client.get("/pages/words.js").text();
        List<DomainFailure> behindLinks = List.of(
                new InvalidOneTimeToken(),
                new EmailTaken(),
                new AccountExists(),
                new AlreadyMember(),
                new WrongAccount(),
                new SignupClosed(),
                new AccountDisabled(),
                new TenantNotActive(),
                new InvalidCode(),
                new SocialSignInFailed(),
                new Throttled(Duration.ofSeconds(1)));
        assertThat(behindLinks).allSatisfy(refusal -> assertThat(words).contains("\"" + refusal.getMessage() + "\":"));
    }

    private static List<String> tags(String html) {
        return TAG.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(tag -> tag.replace("lang=\"de\"", "lang=\"en\""))
                .toList();
    }

    private static List<String> names(String script) {
        return WORD.matcher(script).results().map(name -> name.group(1)).toList();
    }
}
