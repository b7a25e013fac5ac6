package io.tenantry.application.social;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.social.ProviderFixture.vouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryProvider;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.application.social.ProviderFixture.Visit;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.IdentityTaken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a visit to a provider is good for, and for whom; and what happens when several come back at once. */
class ProviderVisitTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final ProviderFixture providers = new ProviderFixture(tenantry);

    @Test
    void R_E8_a_visit_serves_once_though_the_provider_refused() {
        Visit visit = providers.visit(vouched("1", ADA));
        Visit wrongCode = new Visit(visit.state(), visit.browserToken(), "wrong");

        assertThatThrownBy(() -> providers.signIn(wrongCode)).isInstanceOf(SocialSignInFailed.class);
        assertThatThrownBy(() -> providers.signIn(visit)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E8_a_visit_that_signed_in_signs_in_no_more() {
        Visit visit = providers.visit(vouched("1", ADA));
        providers.signIn(visit);

        assertThatThrownBy(() -> providers.signIn(visit)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E8_a_visit_ends_in_the_browser_that_began_it() {
        Visit ada = providers.visit(vouched("1", ADA));
        Visit grace = providers.visit(vouched("2", GRACE));

        assertThatThrownBy(() -> providers.signIn(new Visit(ada.state(), grace.browserToken(), ada.code())))
                .isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> providers.signIn(new Visit(grace.state(), grace.state(), grace.code())))
                .isInstanceOf(InvalidOneTimeToken.class);
        assertThat(tenantry.stored(ADA)).isEmpty();
    }

    @Test
    void R_E8_a_state_that_nobody_gave_out_is_refused() {
        Visit visit = providers.visit(vouched("1", ADA));

        for (String state : List.of("", "\0", "unknown", "x".repeat(100_000))) {
            assertThatThrownBy(() ->
                            providers.signIn(new Visit(new SecretToken(state), visit.browserToken(), visit.code())))
                    .isInstanceOf(InvalidOneTimeToken.class);
        }
    }

    @Test
    void R_E4_a_visit_is_over_after_ten_minutes() {
        Visit visit = providers.visit(vouched("1", ADA));
        tenantry.pass(Authorization.LIFETIME);

        assertThatThrownBy(() -> providers.signIn(visit)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E8_a_visit_to_link_signs_nobody_in() {
        Principal ada = factors.newcomer(ADA);
        Visit visit = providers.visitToLink(ada, vouched("1", ADA));

        assertThatThrownBy(() -> providers.signIn(visit)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E8_a_visit_to_sign_in_links_nothing() {
        Principal ada = factors.newcomer(ADA);
        Visit visit = providers.visit(vouched("1", ADA));

        assertThatThrownBy(() -> providers.link(ada, visit)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(providers.linked(ada)).isEmpty();
    }

    @Test
    void R_E8_a_visit_to_link_serves_its_own_user_alone() {
        Principal ada = factors.newcomer(ADA);
        Principal grace = factors.newcomer(GRACE);
        Visit visit = providers.visitToLink(ada, vouched("1", ADA));

        assertThatThrownBy(() -> providers.link(grace, visit)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(providers.linked(grace)).isEmpty();
    }

    @Test
    void R_E10_a_visit_serves_once_also_in_parallel() throws Exception {
        Visit visit = providers.visit(vouched("1", ADA));

        List<Object> outcomes = InParallel.outcomes(20, number -> providers.signIn(visit));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(InvalidOneTimeToken.class::isInstance).hasSize(19);
    }

    @Test
    void R_E10_parallel_first_sign_ins_of_one_identity_make_one_user() throws Exception {
        List<Visit> visits = visits(20, "1");

        List<Object> outcomes = InParallel.outcomes(20, number -> providers.signIn(visits.get(number)));

        assertThat(outcomes).allMatch(SignedIn.class::isInstance);
        assertThat(outcomes.stream().map(outcome -> ((SignedIn) outcome).user().id()))
                .containsOnly(tenantry.stored(ADA).orElseThrow().id());
    }

    @Test
    void R_E10_parallel_first_sign_ins_of_one_identity_under_two_addresses_make_one_user() throws Exception {
        Visit first = providers.visit(vouched("1", ADA));
        Visit second = providers.visit(vouched("1", GRACE));

        List<Object> outcomes = InParallel.outcomes(2, number -> providers.signIn(number == 0 ? first : second));

        assertThat(outcomes).allMatch(SignedIn.class::isInstance);
        assertThat(outcomes.stream()
                        .map(outcome -> ((SignedIn) outcome).user().id())
                        .distinct())
                .hasSize(1);
        assertThat(tenantry.stored(ADA).isPresent())
                .isNotEqualTo(tenantry.stored(GRACE).isPresent());
    }

    @Test
    void an_identity_that_somebody_else_links_in_the_same_moment_is_theirs() {
        Visit visit = providers.visit(vouched("1", GRACE));
        AtomicBoolean lost = new AtomicBoolean();
        AtomicBoolean linked = new AtomicBoolean();

        SignedIn signedIn = whilst(call -> {
                    if (call.equals("LinkedIdentities.add") && lost.compareAndSet(false, true)) {
                        throw new IdentityTaken();
                    }
                    if (call.equals("LinkedIdentities.find") && lost.get() && linked.compareAndSet(false, true)) {
                        takeUp(user(ADA, true), "1");
                    }
                })
                .signIn(visit);

        assertThat(signedIn.user().email()).isEqualTo(ADA);
        assertThat(tenantry.stored(GRACE)).isEmpty();
    }

    @Test
    void an_address_that_somebody_takes_in_the_same_moment_is_linked_if_they_have_verified_it() {
        SignedIn signedIn = whileTaken(user(ADA, true)).signIn(providers.visit(vouched("1", ADA)));

        assertThat(signedIn.user().name()).isEqualTo(PersonName.NONE);
        assertThat(factors.notices()).containsExactly(MailKind.IDENTITY_LINKED);
    }

    @Test
    void R_E1_an_address_that_somebody_takes_in_the_same_moment_is_theirs_if_they_have_not() {
        Visit visit = providers.visit(vouched("1", ADA));

        assertThatThrownBy(() -> whileTaken(user(ADA, false)).signIn(visit)).isInstanceOf(AccountExists.class);
    }

    private ProviderFixture whileTaken(User other) {
        AtomicBoolean taken = new AtomicBoolean();
        return whilst(call -> {
            if (call.equals("Users.add") && taken.compareAndSet(false, true)) {
                tenantry.ports().users().add(other);
            }
        });
    }

    /** Use cases to whose calls of ports something else happens. */
    private ProviderFixture whilst(PortsFixture.Watcher other) {
        return new ProviderFixture(
                tenantry, PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(tenantry.ports(), other)));
    }

    private void takeUp(User user, String subject) {
        LinkedIdentityId id = LinkedIdentityId.next(tenantry.now(), new SecureRandom());
        tenantry.ports().users().add(user);
        tenantry.ports()
                .linkedIdentities()
                .add(new LinkedIdentity(
                        id,
                        user.id(),
                        InMemoryProvider.NAME,
                        ProviderFixture.ISSUER,
                        subject,
                        Optional.empty(),
                        tenantry.now(),
                        Optional.empty()));
    }

    private User user(EmailAddress email, boolean verified) {
        Instant now = tenantry.now();
        return new User(
                UserId.next(now, new SecureRandom()),
                email,
                PersonName.NONE,
                Optional.of(now).filter(at -> verified),
                true,
                false,
                now,
                now);
    }

    private List<Visit> visits(int count, String subject) {
        return IntStream.range(0, count)
                .mapToObj(number -> providers.visit(vouched(subject, ADA)))
                .toList();
    }
}
