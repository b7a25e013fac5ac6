package io.tenantry.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostHistoryTest {

    private static final List<HostScript> TWO = scripts("V1__a.sql", "V2__b.sql");

    @Test
    void what_is_stored_may_be_followed_by_more() {
        HostHistory history = history(2, "V1__a.sql", "V2__b.sql");

        history.requireKept(scripts("V1__a.sql", "V2__b.sql", "V3__c.sql"));
        assertThat(history.isSame(TWO)).isTrue();
        assertThat(history.isSame(scripts("V1__a.sql", "V2__b.sql", "V3__c.sql")))
                .isFalse();
        assertThat(history.isAheadOf(TWO)).isFalse();
    }

    @Test
    void what_was_run_can_neither_change_nor_go_nor_be_preceded() {
        HostHistory history = history(2, "V1__a.sql", "V2__b.sql");

        assertRefused(history, "V2__b.sql is not what", scripts("V1__a.sql").get(0), changed("V2__b.sql"));
        assertRefused(history, "V1__a.sql, of which", scripts("V2__b.sql").get(0));
        assertRefused(history, "V1.5__x.sql comes before V2__b.sql", scripts("V1__a.sql", "V1.5__x.sql", "V2__b.sql"));
        assertRefused(history, "V1__a.sql, of which tenants' schemas were made, is gone", List.of());
    }

    @Test
    void what_nobody_got_as_far_as_may_still_change_go_or_be_preceded() {
        HostHistory history = history(1, "V1__a.sql", "V2__b.sql");

        history.requireKept(List.of(TWO.get(0), changed("V2__b.sql")));
        history.requireKept(scripts("V1__a.sql"));
        history.requireKept(scripts("V1__a.sql", "V1.5__x.sql", "V2__b.sql"));
        assertThat(history.isAheadOf(scripts("V1__a.sql"))).isFalse();
        assertThat(history.isSame(List.of(TWO.get(0), changed("V2__b.sql")))).isFalse();
    }

    @Test
    void the_first_of_what_was_run_are_those_of_an_older_version_of_the_host() {
        HostHistory history = history(9, "V1__a.sql", "V2__b.sql");

        assertThat(history.isAheadOf(scripts("V1__a.sql"))).isTrue();
        assertThat(history.isAheadOf(List.of(changed("V1__a.sql")))).isFalse();
        assertThat(history.isAheadOf(List.of())).isFalse();
    }

    @Test
    void versions_are_compared_as_numbers() {
        assertThat(Stream.of("10", "2", "1.10", "1.2", "1", "20240101120000", "01.0.1")
                        .map(HostVersion::of)
                        .sorted())
                .extracting(HostVersion::toString)
                .containsExactly("1", "1.0.1", "1.2", "1.10", "2", "10", "20240101120000");
        assertThat(HostVersion.of("01_0")).isEqualTo(HostVersion.of("1"));
        assertThat(HostVersion.of("0.0")).hasToString("0");
    }

    private static void assertRefused(HostHistory history, String message, HostScript... given) {
        assertRefused(history, message, List.of(given));
    }

    private static void assertRefused(HostHistory history, String message, List<HostScript> given) {
        assertThatThrownBy(() -> history.requireKept(given))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    private static HostHistory history(int reached, String... names) {
        return new HostHistory(
                scripts(names).stream()
                        .map(script -> new ScriptDao.Stored(
                                script.version().orElseThrow().toString(), script.name(), script.checksum()))
                        .toList(),
                reached);
    }

    private static List<HostScript> scripts(String... names) {
        return Stream.of(names)
                .map(name -> HostScript.of(name, name.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static HostScript changed(String name) {
        return HostScript.of(name, "changed".getBytes(StandardCharsets.UTF_8));
    }
}
