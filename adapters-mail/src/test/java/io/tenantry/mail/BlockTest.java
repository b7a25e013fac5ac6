package io.tenantry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

    @Test
    void a_paragraph_is_wrapped_between_words_and_a_long_word_stands_alone() {
        String word = "x".repeat(90);

        assertThat(new Block.Paragraph("a ".repeat(36) + "b c d").text()).isEqualTo("a ".repeat(36) + "b\nc d");
        assertThat(new Block.Paragraph("a " + word + " b").text()).isEqualTo("a\n" + word + "\nb");
        assertThat(new Block.Paragraph(word).text()).isEqualTo(word);
    }

    @Test
    void what_is_inserted_is_escaped_in_HTML_alone() {
        String hostile = "<i>\"Tom\" & 'Jerry'</i>";
        String escaped = "&lt;i&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/i&gt;";

        assertThat(new Block.Paragraph(hostile).html()).isEqualTo("<p>" + escaped + "</p>");
        assertThat(new Block.Lines(List.of(hostile, "b")).html()).isEqualTo("<p>" + escaped + "<br>\nb</p>");
        assertThat(new Block.Lines(List.of(hostile, "b")).text()).isEqualTo(hostile + "\nb");
        assertThat(new Block.Action(hostile, "https://example.org/?a=1&b=\"").html())
                .contains("href=\"https://example.org/?a=1&amp;b=&quot;\"", ">" + escaped + "<")
                .doesNotContain("<i>");
    }
}
