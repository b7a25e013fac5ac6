package io.tenantry.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The words of the audit: they stand in rows and answers, and stay as they are. */
class AuditWordsTest {

    @Test
    void every_action_is_found_again_by_its_word_and_no_other_word_names_one() {
        assertThat(AuditAction.values())
                .allMatch(action -> AuditAction.ofWord(action.word()).equals(Optional.of(action)));
        assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::word))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z_]+\\.[a-z_]+"));
        assertThat(AuditAction.ofWord("tenant.stolen")).isEmpty();
        assertThat(AuditAction.ofWord("")).isEmpty();
    }

    @Test
    void what_an_event_is_about_is_of_one_of_six_types() {
        assertThat(Target.Type.values())
                .extracting(Target.Type::word)
                .containsExactly("tenant", "invitation", "domain", "apiKey", "session", "webhook");
    }

    @Test
    void the_id_of_a_target_has_room_for_every_host_name_and_an_end() {
        String id = "x".repeat(300);

        assertThat(new Target(Target.Type.DOMAIN, id).id()).isEqualTo(id);
        assertThatIllegalArgumentException().isThrownBy(() -> new Target(Target.Type.DOMAIN, id + "x"));
    }

    @Test
    void without_any_wish_all_events_are_wanted() {
        assertThat(AuditFilter.ALL)
                .isEqualTo(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_chain_says_where_it_breaks_and_why() {
        AuditChain.Break broken = new AuditChain.Break(3, Optional.of(new UUID(0, 7)), AuditChain.Reason.CHANGED);

        assertThat(new AuditChain(2, 0, Optional.of(broken), "").broken()).hasValueSatisfying(found -> {
            assertThat(found.position()).isEqualTo(3);
            assertThat(found.reason()).isEqualTo(AuditChain.Reason.CHANGED);
        });
    }
}
