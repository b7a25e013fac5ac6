package io.tenantry.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.AuditChain;
import io.tenantry.domain.audit.AuditChain.Break;
import io.tenantry.domain.audit.AuditChain.Reason;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody changes who can change everything, but cannot compute the whole chain anew, is found where it is. */
class AuditTamperingTest {

    /** Each replaces the value of a column of the third of six events. */
    private static final List<String> CHANGES = List.of(
            "id = gen_random_uuid()",
            "occurred_at = occurred_at + interval '1 microsecond'",
            "occurred_at = 'infinity'",
            "occurred_at = '-infinity'",
            "action = 'session.ended'",
            "actor_kind = 'operator'",
            "actor_id = gen_random_uuid()",
            "actor_id = null",
            "subject = gen_random_uuid()::text",
            "subject = 'nobody'",
            "subject = null",
            "target_type = 'tenant', target_id = 'x'",
            "target_id = 'x', target_type = 'domain'",
            "outcome = 'refused'",
            "detail = '{}'",
            "detail = detail || '{\"method\": \"passkey\"}'",
            "detail = detail || '{\"more\": \"\"}'",
            "detail = detail || '{\"method\": 1}'",
            "detail = detail || '{\"method\": null}'",
            "detail = '[]'",
            "detail = '\"password\"'",
            "address = '203.0.113.8'",
            "address = null",
            "user_agent = user_agent || ' '",
            "user_agent = null",
            "address = user_agent, user_agent = address",
            "salt = decode(repeat('00', 16), 'hex')",
            "salt = null",
            "device_digest = decode(repeat('00', 32), 'hex')",
            "digest = decode(repeat('00', 32), 'hex')",
            "seq = 7");

    private static final Break THIRD_IS_MISSING = new Break(3, Optional.empty(), Reason.MISSING);

    static Stream<String> changes() {
        return CHANGES.stream();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void R16_4_2_a_changed_field_is_found_where_it_is(String change) throws SQLException {
        TenantAudit audit = TenantAudit.of(6);
        List<String> id = audit.sql("update audit_event set " + change + " where seq = 3 returning id");

        Break expected = change.startsWith("seq")
                ? THIRD_IS_MISSING
                : new Break(3, Optional.of(UUID.fromString(id.get(0))), Reason.CHANGED);
        assertThat(audit.verify().broken()).contains(expected);
        assertThat(audit.verify().events()).isEqualTo(2);
    }

    @Test
    void no_column_is_left_out_of_these() throws SQLException {
        List<String> columns = TenantAudit.empty()
                .sql("select attname from pg_attribute"
                        + " where attrelid = 'audit_event'::regclass and attnum > 0 and not attisdropped");

        assertThat(CHANGES.stream().map(change -> change.replaceAll(" =.*", "")).distinct())
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    @Test
    void R16_4_2_a_missing_event_is_found_be_it_the_first_the_last_or_between() throws SQLException {
        for (int missing : new int[] {1, 3, 6}) {
            assertBroken(Reason.MISSING, missing, "delete from audit_event where seq = " + missing);
        }
        assertBroken(Reason.MISSING, 1, "delete from audit_event");
        assertBroken(Reason.MISSING, 3, "delete from audit_event where seq in (3, 4)");
    }

    @Test
    void R16_4_2_an_event_that_was_taken_out_is_missed_also_where_the_others_moved_up() throws SQLException {
        assertBroken(
                Reason.CHANGED,
                3,
                "delete from audit_event where seq = 3",
                "update audit_event set seq = seq + 100 where seq > 3",
                "update audit_event set seq = seq - 101 where seq > 100");
    }

    @Test
    void R16_4_2_an_event_that_stands_beside_the_chain_now_is_missed_in_it() throws SQLException {
        assertBroken(
                Reason.MISSING,
                3,
                "update audit_event set seq = null, digest = null, device_digest = null, salt = null where seq = 3");
    }

    @Test
    void R16_4_2_two_events_that_changed_places_are_found() throws SQLException {
        String[] swap = {
            "update audit_event set seq = 100 where seq = 3",
            "update audit_event set seq = 3 where seq = 4",
            "update audit_event set seq = 4 where seq = 100"
        };
        String swapDigests = "update audit_event a set digest = b.digest from audit_event b"
                + " where (a.seq, b.seq) in ((3, 4), (4, 3))";

        assertBroken(Reason.CHANGED, 3, swap);
        assertBroken(Reason.CHANGED, 3, swap[0], swap[1], swap[2], swapDigests);
    }

    @Test
    void R16_4_2_an_event_that_was_put_in_is_found_be_it_between_or_at_the_end() throws SQLException {
        String copy =
                "insert into audit_event select gen_random_uuid(), occurred_at, actor_id, action, subject, detail,"
                        + " actor_kind, outcome, address, user_agent, target_type, target_id, %s, digest, device_digest, salt"
                        + " from audit_event where seq = %s";

        assertBroken(
                Reason.CHANGED,
                3,
                "update audit_event set seq = seq + 100 where seq > 2",
                copy.formatted(3, 2),
                "update audit_event set seq = seq - 99 where seq > 100");
        assertBroken(Reason.CHANGED, 7, copy.formatted(7, 6));
        assertBroken(Reason.CHANGED, 2, "drop index audit_event_by_seq", copy.formatted(2, 2));
    }

    @Test
    void R16_4_2_a_changed_end_of_the_chain_is_found() throws SQLException {
        String zeros = " = decode(repeat('00', 32), 'hex')";

        assertBroken(Reason.CHANGED, 6, "update audit_head set digest" + zeros);
        assertBroken(Reason.CHANGED, 6, "update audit_head set seq = 5");
        assertBroken(Reason.MISSING, 7, "update audit_head set seq = 7");
        assertBroken(Reason.MISSING, 1, "delete from audit_head");
        assertBroken(Reason.CHANGED, 1, "update audit_head set anchor_digest = sha256('')");
        assertBroken(Reason.CHANGED, 1, "update audit_head set anchor_seq = 1");
    }

    @Test
    void R16_4_2_after_the_oldest_were_removed_the_first_that_is_left_is_still_missed() throws SQLException {
        TenantAudit audit = TenantAudit.of(6);
        assertThat(audit.removeBefore(3, 9)).isEqualTo(3);
        assertThat(audit.verify().broken()).isEmpty();

        audit.sql("delete from audit_event where seq = 4");

        assertThat(audit.verify().broken()).contains(new Break(4, Optional.empty(), Reason.MISSING));
    }

    @Test
    void R16_4_2_where_a_device_was_erased_a_wrong_digest_of_it_or_another_device_is_found() throws SQLException {
        for (String change : List.of("device_digest = sha256('x')", "address = '203.0.113.7'", "user_agent = 'x'")) {
            TenantAudit audit = TenantAudit.of(6);
            audit.eraseDevices();
            assertThat(audit.verify().broken()).isEmpty();

            audit.sql("update audit_event set " + change + " where seq = 3");

            assertThat(audit.verify().broken().map(Break::position)).contains(3L);
        }
    }

    @Test
    void R16_4_2_who_kept_the_head_elsewhere_finds_an_end_that_was_cut_off_with_its_head() throws SQLException {
        TenantAudit audit = TenantAudit.of(6);
        AuditChain before = audit.verify();
        audit.sql(
                "delete from audit_event where seq = 6",
                "update audit_head set seq = 5, digest = (select digest from audit_event where seq = 5)");

        assertThat(audit.verify().broken()).as("the chain itself says nothing").isEmpty();
        assertThat(audit.verify().head()).isNotEqualTo(before.head());
    }

    private static void assertBroken(Reason reason, long position, String... statements) throws SQLException {
        TenantAudit audit = TenantAudit.of(6);
        assertThat(audit.verify().broken()).isEmpty();

        audit.sql(statements);

        Optional<Break> broken = audit.verify().broken();
        assertThat(broken.map(Break::position)).as(Arrays.toString(statements)).contains(position);
        assertThat(broken.map(Break::reason)).as(Arrays.toString(statements)).contains(reason);
    }
}
