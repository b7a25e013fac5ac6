package io.tenantry.persistence.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.admin.SearchText;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.mapping.SearchLetters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that the database finds in a text are those that {@link SearchText} finds in it, in every script. */
class SearchWordsTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "Acme Ltd",
                "a-b x.y a/b c\\d",
                "Grüße & Söhne GmbH",
                "GRÖSSE straße ÄÖÜ",
                "O'Brien-Śmigły, Ñandú",
                "ada.lovelace+news_42@mail-2.example.co.uk",
                "https://www.example.com/path?a=b&c=d#e",
                "<b>bold</b> &amp; 1.5 -3 +4",
                "1e5 0x1F 2026-11-21 12:30",
                "v1.2.3-rc1 3com 7-Eleven 4th",
                "株式会社テスト 東京・大阪 株、式",
                "Ёлка ЖУРНАЛ їжак",
                "ΟΔΟΣ Οδός ὈΔΥΣΣΕΎΣ",
                "İstanbul ISPARTA ısı i̇zmir",
                "हिन्दी किताब। தமிழ்",
                "العربية، ١٢٣ שלום־עליכם",
                "ไทย ลาว",
                "e\u0301t\u00E9 A\u030Angstro\u0308m",
                "ﬁn Ⅷ ½ x² № ™ €5",
                "𝔘𝔫𝔦 𐐀𐐨 😀smile👍🏽ok",
                "non\u00A0breaking\u2003em\u3000wide\u200Bzero\u00ADsoft",
                "“quoted” «angles» ‘single’ — dash…",
                "'it''s' :* | & ! ( ) <-> \" \\ \u0001",
                "Ǆ ǅ ẞ Ꭰ ꭰ Ა"
            })
    void a_text_has_the_same_words_in_the_database(String text) throws SQLException {
        assertThat(wordsOf(List.of(text))).containsExactly(expected(text));
    }

    @Test
    void each_character_there_is_stands_within_words_or_between_them_as_in_java_and_has_the_same_small_letter()
            throws SQLException {
        List<String> texts = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(SearchWordsTest::isAssigned)
                .mapToObj(character -> "a" + Character.toString(character) + "b")
                .toList();

        List<Set<String>> found = wordsOf(texts);

        assertThat(texts).hasSizeGreaterThan(140_000);
        List<String> different = IntStream.range(0, texts.size())
                .filter(at -> !found.get(at).equals(expected(texts.get(at))))
                .mapToObj(at -> "U+%04X".formatted(texts.get(at).codePointAt(1)))
                .toList();
        assertThat(different).isEmpty();
    }

    private static boolean isAssigned(int character) {
        int type = Character.getType(character);
        return type != Character.UNASSIGNED && type != Character.PRIVATE_USE && type != Character.SURROGATE;
    }

    private static Set<String> expected(String text) {
        return sorted(SearchText.of(text).words().stream()
                .map(SearchLetters::folded)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static List<Set<String>> wordsOf(List<String> texts) throws SQLException {
        String sql = "select tsvector_to_array(tenantry.search_words(said)) from unnest(?::text[]) with ordinality"
                + " as given (said, place) order by place";
        List<Set<String>> words = new ArrayList<>();
        try (Connection connection = DATABASE.server().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                words.add(sorted(List.of((String[]) rows.getArray(1).getArray())));
            }
        }
        return words;
    }

    private static Set<String> sorted(Collection<String> words) {
        return words.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
