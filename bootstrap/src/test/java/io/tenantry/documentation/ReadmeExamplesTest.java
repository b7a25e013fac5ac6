package io.tenantry.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the README compiles: each line of it stands in {@link Examples}. */
class ReadmeExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void every_example_is_one_that_compiles() throws IOException {
        String compiled =
                withoutSpace(Files.readString(Path.of("src/test/java/io/tenantry/documentation/Examples.java")));
        List<String> shown = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(shown).hasSize(3);
        for (String example : shown) {
            String code = withoutSpace(example.replaceAll("```(java)?|\\}\\s*```$", ""));
            assertThat(compiled).contains(code);
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
