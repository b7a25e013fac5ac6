package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationFixture;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.invitation.Invitations} must do. */
public abstract class InvitationsContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void an_invitation_is_found_by_id_and_by_its_token_as_it_was() {
        Invitation invitation = InvitationFixture.by(storedUser().id(), aTenant());

        assertThat(add(invitation)).isTrue();

        assertThat(find(invitation)).contains(invitation);
        assertThat(find(invitation).orElseThrow().email().value())
                .isEqualTo(invitation.email().value());
        assertThat(holdByToken(invitation.token())).contains(invitation);
        assertThat(in(invitation.tenant(), () -> ports().invitations().hold(invitation.tenant(), invitation.id())))
                .contains(invitation);
    }

    @Test
    void one_of_every_role_and_status_comes_back_as_it_was() {
        TenantId tenant = aTenant();
        for (Role role : Role.values()) {
            for (InvitationStatus status : List.of(
                    InvitationStatus.PENDING,
                    InvitationStatus.ACCEPTED,
                    InvitationStatus.DECLINED,
                    InvitationStatus.REVOKED)) {
                Invitation invitation = stored(InvitationFixture.stored(status, role, tenant));

                assertThat(find(invitation)).contains(invitation);
            }
        }
    }

    @Test
    void what_was_never_stored_is_not_found() {
        Invitation unknown = InvitationFixture.to(aTenant());

        assertThat(find(unknown)).isEmpty();
        assertThat(holdByToken(unknown.token())).isEmpty();
        assertThat(pendingFor(unknown.tenant(), unknown.email())).isEmpty();
        assertThat(page(unknown.tenant(), PageRequest.FIRST).items()).isEmpty();
        assertThat(pending(unknown.tenant())).isZero();
    }

    @Test
    void RMT_an_invitation_is_in_its_tenants_scope_alone() {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));
        TenantId other = aTenant();

        assertThat(in(other, () -> seen(invitation))).isEmpty();
        assertThat(outside(() -> seen(invitation))).isEmpty();
        assertThat(in(invitation.tenant(), () -> seen(invitation))).hasSize(6);
        assertThat(across(() -> seen(invitation))).hasSize(6);
    }

    @Test
    void RMT_an_invitation_is_not_found_under_the_id_of_another_tenant() {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));
        TenantId other = aTenant();

        assertThat(across(() -> ports().invitations().find(other, invitation.id())))
                .isEmpty();
        assertThat(across(() -> ports().invitations().hold(other, invitation.id())))
                .isEmpty();
    }

    @Test
    void RMT_out_of_its_tenants_scope_none_is_stored() {
        Invitation invitation = InvitationFixture.to(aTenant());
        TenantId other = aTenant();

        assertThatThrownBy(() -> in(other, () -> ports().invitations().add(invitation)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> outside(() -> ports().invitations().add(invitation)))
                .isInstanceOf(RuntimeException.class);

        assertThat(find(invitation)).isEmpty();
    }

    @Test
    void R_E5_a_second_pending_one_for_an_address_in_any_case_is_refused_and_the_transaction_goes_on() {
        Invitation first = stored(InvitationFixture.to(aTenant()));
        EmailAddress shouted = EmailAddress.of(first.email().value().toUpperCase(Locale.ROOT));
        Invitation second = InvitationFixture.sent(first.tenant(), shouted, now);
        Invitation third = InvitationFixture.to(first.tenant());

        List<Boolean> added = in(
                first.tenant(),
                () -> List.of(
                        ports().invitations().add(second), ports().invitations().add(third)));

        assertThat(added).containsExactly(false, true);
        assertThat(find(second)).isEmpty();
        assertThat(find(third)).contains(third);
        assertThat(pendingFor(first.tenant(), shouted)).contains(first);
    }

    @Test
    void another_tenant_invites_the_same_address() {
        Invitation first = stored(InvitationFixture.to(aTenant()));
        Invitation second = InvitationFixture.sent(aTenant(), first.email(), now);

        assertThat(add(second)).isTrue();

        assertThat(pendingFor(first.tenant(), first.email())).contains(first);
        assertThat(pendingFor(second.tenant(), first.email())).contains(second);
    }

    @Test
    void once_it_was_decided_on_the_address_can_be_invited_again() {
        Invitation first = stored(InvitationFixture.to(aTenant()));
        update(first.revoked());

        Invitation second = InvitationFixture.sent(first.tenant(), first.email(), now);

        assertThat(pendingFor(first.tenant(), first.email())).isEmpty();
        assertThat(add(second)).isTrue();
        assertThat(pendingFor(first.tenant(), first.email())).contains(second);
    }

    @Test
    void R_E10_of_parallel_invitations_of_one_address_exactly_one_is_stored() throws Exception {
        TenantId tenant = aTenant();
        EmailAddress email = UserFixture.anAddress();

        List<Boolean> added = InParallel.run(8, number -> add(InvitationFixture.sent(tenant, email, now)));

        assertThat(added).containsOnlyOnce(true);
        assertThat(pending(tenant)).isEqualTo(1);
    }

    @Test
    void a_token_finds_its_invitation_and_no_other() {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));

        assertThat(across(() -> ports().invitations().findByToken(invitation.token())))
                .contains(invitation);
        assertThat(across(() -> ports().invitations()
                        .findByToken(OneTimeTokenFixture.aSecret().digest())))
                .isEmpty();
    }

    @Test
    void an_update_replaces_token_status_end_and_inviter_of_that_one_alone() {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));
        Invitation other = stored(InvitationFixture.to(invitation.tenant()));
        Invitation resent = invitation.resent(
                storedUser().id(), OneTimeTokenFixture.aSecret().digest(), now.plusSeconds(60));

        update(resent);

        assertThat(find(invitation)).contains(resent);
        assertThat(find(other)).contains(other);
        assertThat(holdByToken(resent.token())).contains(resent);

        update(resent.declined(now));

        assertThat(find(invitation)).contains(resent.declined(now));
    }

    @Test
    void R_E3_a_token_that_was_replaced_finds_nothing() {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));

        update(invitation.resent(
                storedUser().id(), OneTimeTokenFixture.aSecret().digest(), now));

        assertThat(holdByToken(invitation.token())).isEmpty();
    }

    @Test
    void R_E10_who_shows_a_token_waits_for_who_showed_it_before() throws Exception {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));

        Optional<Invitation> second = InParallel.secondWaits(
                midst -> across(() -> {
                    Invitation held = ports().invitations()
                            .holdByToken(invitation.token())
                            .orElseThrow();
                    midst.run();
                    ports().invitations().update(held.accepted(now));
                    return held;
                }),
                () -> holdByToken(invitation.token()));

        assertThat(second).map(Invitation::stored).contains(InvitationStatus.ACCEPTED);
    }

    @Test
    void who_takes_it_back_waits_for_who_accepts_it() throws Exception {
        Invitation invitation = stored(InvitationFixture.to(aTenant()));

        Optional<Invitation> second = InParallel.secondWaits(
                midst -> across(() -> {
                    ports().invitations().holdByToken(invitation.token());
                    midst.run();
                    ports().invitations().update(invitation.accepted(now));
                    return invitation;
                }),
                () -> in(invitation.tenant(), () -> ports().invitations().hold(invitation.tenant(), invitation.id())));

        assertThat(second).map(Invitation::stored).contains(InvitationStatus.ACCEPTED);
    }

    @Test
    void of_many_that_are_looked_for_those_in_reach_are_found() {
        Invitation one = stored(InvitationFixture.to(aTenant()));
        Invitation other = stored(InvitationFixture.to(one.tenant()));
        Invitation foreign = stored(InvitationFixture.to(aTenant()));
        var wanted = Set.of(one.id(), other.id(), foreign.id());

        assertThat(in(one.tenant(), () -> ports().invitations().findAll(wanted)))
                .containsExactlyInAnyOrder(one, other);
        assertThat(across(() -> ports().invitations().findAll(wanted))).hasSize(3);
        assertThat(across(() -> ports().invitations().findAll(Set.of()))).isEmpty();
    }

    @Test
    void those_of_a_tenant_are_listed_the_newest_first_a_page_at_a_time() {
        TenantId tenant = aTenant();
        List<Invitation> oldestFirst = IntStream.of(0, 1, 1, 1, 2)
                .mapToObj(second -> stored(InvitationFixture.sent(tenant, UserFixture.anAddress(), at(second))))
                .toList();
        stored(InvitationFixture.to(aTenant()));

        List<Invitation> listed = new ArrayList<>();
        Page<Invitation> page = page(tenant, new PageRequest(Optional.empty(), 2));
        listed.addAll(page.items());
        while (page.next().isPresent()) {
            page = page(tenant, new PageRequest(page.next(), 2));
            listed.addAll(page.items());
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(listed).extracting(Invitation::createdAt).containsExactly(at(2), at(1), at(1), at(1), at(0));
    }

    @Test
    void those_that_are_pending_are_counted_and_what_has_expired_takes_up_no_room() {
        TenantId tenant = aTenant();
        stored(InvitationFixture.to(tenant));
        stored(InvitationFixture.sent(
                tenant, UserFixture.anAddress(), now.minus(Invitation.LIFETIME).minusSeconds(1)));
        stored(InvitationFixture.stored(InvitationStatus.REVOKED, Role.MEMBER, tenant));

        assertThat(pendingAt(tenant, now)).isEqualTo(1);
        assertThat(pendingAt(tenant, now.minusSeconds(2))).isEqualTo(2);
    }

    @Test
    void R8_3_2_pending_ones_of_an_inviter_to_the_roles_are_taken_back_in_that_tenant_alone() {
        User inviter = storedUser();
        Invitation theirs = stored(InvitationFixture.by(inviter.id(), aTenant()));
        TenantId tenant = theirs.tenant();
        Invitation declined = stored(InvitationFixture.by(inviter.id(), tenant)).declined(now);
        update(declined);
        Invitation ofAnother = stored(InvitationFixture.by(storedUser().id(), tenant));
        Invitation elsewhere = stored(InvitationFixture.by(inviter.id(), aTenant()));

        assertThat(revokePending(tenant, inviter, Set.of())).isZero();
        assertThat(revokePending(tenant, inviter, Set.of(Role.OWNER, Role.MEMBER)))
                .isZero();
        assertThat(revokePending(tenant, inviter, Set.of(Role.OWNER, Role.ADMIN)))
                .isEqualTo(1);

        assertThat(find(theirs)).contains(theirs.revoked());
        for (Invitation untouched : List.of(declined, ofAnother, elsewhere)) {
            assertThat(find(untouched)).contains(untouched);
        }
    }

    @Test
    void with_a_user_go_invitations_to_their_address_and_their_name_from_those_by_them() {
        User user = storedUser();
        Invitation by = stored(InvitationFixture.by(user.id(), aTenant()));
        Invitation to = stored(InvitationFixture.sent(
                aTenant(), EmailAddress.of(user.email().value().toLowerCase(Locale.ROOT)), now));

        across(() -> {
            ports().users().remove(user);
            return true;
        });

        assertThat(find(to)).isEmpty();
        assertThat(find(by)).hasValueSatisfying(left -> {
            assertThat(left.invitedBy()).isEmpty();
            assertThat(left.stored()).isEqualTo(InvitationStatus.REVOKED);
            assertThat(left.byOperator()).isFalse();
            assertThat(left.token()).isEqualTo(by.token());
        });
    }

    private int revokePending(TenantId tenant, User inviter, Set<Role> roles) {
        return in(tenant, () -> ports().invitations().revokePending(tenant, inviter.id(), roles));
    }

    private List<Invitation> seen(Invitation wanted) {
        var invitations = ports().invitations();
        return List.of(
                        invitations.find(wanted.tenant(), wanted.id()).stream().toList(),
                        invitations.hold(wanted.tenant(), wanted.id()).stream().toList(),
                        invitations.holdByToken(wanted.token()).stream().toList(),
                        invitations.pendingFor(wanted.tenant(), wanted.email()).stream()
                                .toList(),
                        invitations.findAll(Set.of(wanted.id())),
                        invitations.page(wanted.tenant(), PageRequest.FIRST).items())
                .stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private TenantId aTenant() {
        return storedTenant().id();
    }

    private Instant at(int second) {
        return now.plusSeconds(second);
    }

    private boolean add(Invitation invitation) {
        return in(invitation.tenant(), () -> ports().invitations().add(invitation));
    }

    private Invitation stored(Invitation invitation) {
        assertThat(add(invitation)).isTrue();
        return invitation;
    }

    private void update(Invitation invitation) {
        doIn(invitation.tenant(), () -> ports().invitations().update(invitation));
    }

    private Optional<Invitation> find(Invitation invitation) {
        return in(invitation.tenant(), () -> ports().invitations().find(invitation.tenant(), invitation.id()));
    }

    private Optional<Invitation> holdByToken(TokenDigest token) {
        return across(() -> ports().invitations().holdByToken(token));
    }

    private Optional<Invitation> pendingFor(TenantId tenant, EmailAddress email) {
        return in(tenant, () -> ports().invitations().pendingFor(tenant, email));
    }

    private Page<Invitation> page(TenantId tenant, PageRequest request) {
        return in(tenant, () -> ports().invitations().page(tenant, request));
    }

    private int pending(TenantId tenant) {
        return pendingAt(tenant, now);
    }

    private int pendingAt(TenantId tenant, Instant at) {
        return in(tenant, () -> ports().invitations().pending(tenant, at));
    }
}
