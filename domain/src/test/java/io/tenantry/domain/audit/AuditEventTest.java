package io.tenantry.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.id.UuidV7;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditEventTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final User user = UserFixture.aUser();

    @Test
    void its_data_cannot_be_changed_from_outside_and_are_told_in_the_order_of_their_names() {
        Map<String, String> data = new HashMap<>(Map.of("route", "/a", "reason", "forbidden", "by", "key"));
        AuditEvent event = eventWith(data);

        data.clear();

        assertThat(event.data()).isUnmodifiable();
        assertThat(event.data().keySet()).containsExactly("by", "reason", "route");
    }

    @Test
    void it_names_a_person_by_their_id_alone() {
        assertThat(eventWith(Map.of()).toString())
                .contains(user.id().toString())
                .doesNotContain(user.email().value())
                .doesNotContain(user.name().full());
    }

    @Test
    void who_did_it_is_a_user_by_their_id_or_nobody_in_particular() {
        assertThat(Actor.user(user.id()))
                .isEqualTo(new Actor(Actor.Kind.USER, Optional.of(user.id().value())));
        assertThat(Actor.SYSTEM.id()).isEmpty();
        assertThat(Actor.ANONYMOUS.id()).isEmpty();
    }

    @Test
    void every_action_has_a_word_of_its_own_that_reads_concept_dot_deed() {
        assertThat(AuditAction.values()).extracting(AuditAction::word).doesNotHaveDuplicates();
        assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::word))
                .allMatch(word -> word.matches("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*"));
    }

    private AuditEvent eventWith(Map<String, String> data) {
        return new AuditEvent(
                UuidV7.next(NOW, UniqueFixture.random()),
                NOW,
                AuditAction.ACCESS_REFUSED,
                Actor.user(user.id()),
                Optional.empty(),
                Optional.of(user.id()),
                Optional.empty(),
                Device.UNKNOWN,
                AuditEvent.Outcome.REFUSED,
                data);
    }
}
