package io.tenantry.domain.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvitationClosed;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of an invitation, and the ways between them. */
class InvitationStatesTest {

    private static final UserId COLLEAGUE = UserId.next(Instant.EPOCH, UniqueFixture.random());

    private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = SENT.plus(Invitation.LIFETIME);
    private static final Instant IN_TIME = END.minusNanos(1);

    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING, EXPIRED",
        "ACCEPTED, ACCEPTED, ACCEPTED",
        "DECLINED, DECLINED, DECLINED",
        "REVOKED, REVOKED, REVOKED"
    })
    void R_E4_a_pending_one_expires_by_itself_after_seven_days_and_one_that_was_decided_never(
            InvitationStatus stored, InvitationStatus inTime, InvitationStatus after) {
        Invitation invitation = with(stored);

        assertThat(Invitation.LIFETIME).isEqualTo(Duration.ofDays(7));
        assertThat(invitation.statusAt(IN_TIME)).isEqualTo(inTime);
        assertThat(invitation.statusAt(END)).isEqualTo(after);
    }

    @Test
    void a_pending_one_is_accepted_or_declined_or_revoked() {
        Invitation pending = with(InvitationStatus.PENDING);

        assertThat(pending.accepted(IN_TIME)).isEqualTo(like(pending, InvitationStatus.ACCEPTED));
        assertThat(pending.declined(IN_TIME)).isEqualTo(like(pending, InvitationStatus.DECLINED));
        assertThat(pending.revoked()).isEqualTo(like(pending, InvitationStatus.REVOKED));
    }

    @Test
    void R_E4_an_expired_one_can_be_neither_accepted_nor_declined() {
        Invitation pending = with(InvitationStatus.PENDING);

        assertThatThrownBy(() -> pending.accepted(END)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> pending.declined(END)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "DECLINED", "REVOKED"})
    void R_E8_what_was_decided_is_decided(InvitationStatus decision) {
        Invitation decided = with(decision);
        TokenDigest token = SecretToken.generate(UniqueFixture.random()).digest();

        assertThatThrownBy(() -> decided.accepted(IN_TIME)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> decided.declined(IN_TIME)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(decided::revoked).isInstanceOf(InvitationClosed.class);
        assertThatThrownBy(() -> decided.resent(COLLEAGUE, token, IN_TIME)).isInstanceOf(InvitationClosed.class);
    }

    @Test
    void one_that_is_sent_again_serves_seven_days_more_by_its_new_token_alone_also_once_it_expired() {
        Invitation pending = with(InvitationStatus.PENDING);
        TokenDigest token = SecretToken.generate(UniqueFixture.random()).digest();

        Invitation resent = pending.resent(COLLEAGUE, token, END);

        assertThat(resent.invitedBy()).contains(COLLEAGUE);

        assertThat(resent.token()).isEqualTo(token).isNotEqualTo(pending.token());
        assertThat(resent.expiresAt()).isEqualTo(END.plus(Invitation.LIFETIME));
        assertThat(resent.statusAt(END)).isEqualTo(InvitationStatus.PENDING);
        assertThat(resent.createdAt()).isEqualTo(pending.createdAt());
    }

    @Test
    void each_status_has_its_word() {
        assertThat(InvitationStatus.values())
                .extracting(InvitationStatus::word)
                .containsExactly("pending", "accepted", "declined", "revoked", "expired");
    }

    @Test
    void an_id_reads_as_its_uuid() {
        InvitationId id = InvitationId.next(SENT, UniqueFixture.random());

        assertThat(id).hasToString(id.value().toString());
        assertThat(id).isNotEqualTo(InvitationId.next(SENT, UniqueFixture.random()));
    }

    private static Invitation with(InvitationStatus stored) {
        return new Invitation(
                InvitationId.next(SENT, UniqueFixture.random()),
                TenantFixture.aTenant().id(),
                UserFixture.anAddress(),
                Role.MEMBER,
                SecretToken.generate(UniqueFixture.random()).digest(),
                stored,
                Optional.of(UserFixture.aUser().id()),
                false,
                SENT,
                END);
    }

    private static Invitation like(Invitation other, InvitationStatus stored) {
        return new Invitation(
                other.id(),
                other.tenant(),
                other.email(),
                other.role(),
                other.token(),
                stored,
                other.invitedBy(),
                other.byOperator(),
                other.createdAt(),
                other.expiresAt());
    }
}
