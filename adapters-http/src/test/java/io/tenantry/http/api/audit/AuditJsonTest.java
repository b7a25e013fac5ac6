package io.tenantry.http.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditJsonTest {
    private static final UserId USER = new UserId(UUID.fromString("0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c"));

    @Test
    void a_caller_who_is_not_known_is_a_user_without_an_id_and_not_the_system() {
        assertThat(json(Actor.ANONYMOUS, Optional.empty()).actor())
                .isEqualTo(new AuditJson.ActorJson("user", null, null));
        assertThat(json(Actor.SYSTEM, Optional.empty()).actor())
                .isEqualTo(new AuditJson.ActorJson("system", null, null));
    }

    @Test
    void an_operator_is_named_as_one() {
        assertThat(json(Actor.operator(USER), Optional.empty()).actor())
                .isEqualTo(new AuditJson.ActorJson("operator", USER.toString(), null));
    }

    @Test
    void what_an_event_names_comes_before_the_user_whom_it_concerns() {
        assertThat(json(Actor.SYSTEM, Optional.of(new Target(Target.Type.API_KEY, "key")))
                        .target())
                .isEqualTo(new AuditJson.TargetJson("apiKey", "key", "label"));
        assertThat(json(Actor.SYSTEM, Optional.empty()).target())
                .isEqualTo(new AuditJson.TargetJson("user", USER.toString(), "label"));
    }

    private static AuditJson json(Actor actor, Optional<Target> target) {
        AuditEvent event = new AuditEvent(
                USER.value(),
                Instant.EPOCH,
                AuditAction.SIGN_IN,
                actor,
                Optional.empty(),
                Optional.of(USER),
                target,
                Device.UNKNOWN,
                AuditEvent.Outcome.SUCCESS,
                Map.of());
        return AuditJson.of(new AuditEntry(event, Optional.empty(), Optional.of("label")));
    }
}
