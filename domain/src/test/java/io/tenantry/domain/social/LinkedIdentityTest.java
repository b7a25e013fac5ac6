package io.tenantry.domain.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkedIdentityTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_use_is_noted_and_nothing_else_is_changed() {
        LinkedIdentity linked =
                LinkedIdentityFixture.linkedAt(NOW, UserFixture.aUser().id());

        LinkedIdentity used = linked.used(NOW.plusSeconds(60));

        assertThat(used.lastUsedAt()).contains(NOW.plusSeconds(60));
        assertThat(used).usingRecursiveComparison().ignoringFields("lastUsedAt").isEqualTo(linked);
    }

    @Test
    void no_two_have_the_same_id_and_an_id_reads_as_its_UUID() {
        LinkedIdentityId id = LinkedIdentityId.next(NOW, UniqueFixture.random());

        assertThat(id).isNotEqualTo(LinkedIdentityId.next(NOW, UniqueFixture.random()));
        assertThat(id).hasToString(id.value().toString());
    }
}
