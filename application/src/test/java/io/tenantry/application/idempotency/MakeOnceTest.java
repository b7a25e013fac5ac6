package io.tenantry.application.idempotency;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.AnswerLost;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.IdempotencyKeyReused;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.IdempotencyKey;
import io.tenantry.domain.idempotency.KeyedCallFixture;
import io.tenantry.domain.idempotency.KeyedCalls;
import io.tenantry.domain.idempotency.MakeOnce;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MakeOnceTest {

    private static final IdempotencyKey KEY = KeyedCallFixture.key("8e03978e-40d5-43dd-bc93-6894a57f9324");
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void the_first_answer_is_given_again_and_nothing_is_made_twice() {
        MakeOnce.Answer first = register(ADA, "{}");
        MakeOnce.Answer again = register(ADA, "{}");

        assertThat(again).isEqualTo(new MakeOnce.Answer(first.text(), true));
        assertThat(first.repeated()).isFalse();
        assertThat(companies()).isEqualTo(1);
    }

    @Test
    void after_24_hours_a_key_is_as_new() {
        register(ADA, "{}");
        tenantry.pass(Attempt.KEPT.minus(A_MOMENT));
        assertThat(register(ADA, "{}").repeated()).isTrue();

        tenantry.pass(A_MOMENT);

        assertThat(register(GRACE, "other").repeated()).isFalse();
        assertThat(companies()).isEqualTo(2);
    }

    @Test
    void another_body_under_the_same_key_is_refused_and_makes_nothing() {
        register(ADA, "{}");

        assertThatThrownBy(() -> register(GRACE, "other")).isInstanceOf(IdempotencyKeyReused.class);

        assertThat(companies()).isEqualTo(1);
    }

    @Test
    void callers_do_not_share_keys_and_operations_do_not_either() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.registerVerifiedUser(GRACE);
        Principal ada = tenantry.authenticate(tenantry.signIn(ADA));
        Principal grace = tenantry.authenticate(tenantry.signIn(GRACE));

        List<MakeOnce.Command> different = List.of(
                command(Optional.of(ada), "POST /a", "{}"),
                command(Optional.of(grace), "POST /a", "{}"),
                command(Optional.empty(), "POST /a", "{}"),
                command(Optional.of(ada), "POST /b", "{}"));

        assertThat(different)
                .allSatisfy(one -> assertThat(makeOnce(one, "made").repeated()).isFalse());
        assertThat(different)
                .allSatisfy(one -> assertThat(makeOnce(one, "made").repeated()).isTrue());
    }

    @Test
    void what_was_refused_is_not_kept_and_its_key_is_free() {
        tenantry.registerUser(ADA);
        assertThatThrownBy(() -> register(ADA, "{}")).isInstanceOf(EmailTaken.class);

        assertThat(register(GRACE, "corrected").repeated()).isFalse();
    }

    @Test
    void while_the_first_is_at_work_a_repetition_is_told_to_wait() {
        MakeOnce.Command command = command(Optional.empty(), "POST /a", "{}");

        String answer = makeOnce()
                .make(command, () -> {
                    assertThatThrownBy(() -> makeOnce(command, "again")).isInstanceOf(RequestUnderWay.class);
                    return "made";
                })
                .text();

        assertThat(answer).isEqualTo("made");
        assertThat(makeOnce(command, "again")).isEqualTo(new MakeOnce.Answer("made", true));
    }

    @Test
    void of_twenty_at_once_one_makes_it_and_the_others_get_its_answer_or_wait() throws Exception {
        AtomicInteger made = new AtomicInteger();
        MakeOnce.Command command = command(Optional.empty(), "POST /a", "{}");

        List<Object> outcomes =
                InParallel.outcomes(20, number -> makeOnce().make(command, () -> "made " + made.incrementAndGet()));

        assertThat(made).hasValue(1);
        assertThat(outcomes).containsOnlyOnce(new MakeOnce.Answer("made 1", false));
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof RequestUnderWay))
                .extracting(outcome -> ((MakeOnce.Answer) outcome).text())
                .containsOnly("made 1");
    }

    @Test
    void whenever_the_process_dies_it_is_made_once_and_who_asks_again_is_told_the_truth() {
        int lost = 0;
        int tried = 0;
        boolean died = true;
        while (died) {
            TenantryFixture world = new TenantryFixture();
            died = dies(world, tried);
            boolean wasMade = companies(world) == 1;
            world.pass(Attempt.LEASE);
            if (died && wasMade) {
                assertThatThrownBy(() -> register(world.useCases(), ADA, "{}")).isInstanceOf(AnswerLost.class);
                lost++;
            } else {
                assertThat(register(world.useCases(), ADA, "{}").repeated()).isEqualTo(!died);
            }
            assertThat(companies(world)).as("after " + tried + " calls").isEqualTo(1);
            tried++;
        }

        assertThat(tried).isGreaterThan(20);
        assertThat(lost).isPositive();
    }

    @Test
    void who_comes_back_to_life_after_another_took_over_makes_nothing() {
        assertThatThrownBy(() -> makeOnce().make(registration("{}"), () -> {
                    tenantry.pass(Attempt.LEASE);
                    CompletableFuture.supplyAsync(() -> register(ADA, "{}")).join();
                    return company(tenantry.useCases(), GRACE);
                }))
                .isInstanceOf(RequestUnderWay.class);

        assertThat(companies()).isEqualTo(1);
        assertThat(tenantry.stored(GRACE)).isEmpty();
        assertThat(register(ADA, "{}").repeated()).isTrue();
    }

    @Test
    void an_answer_beyond_all_reason_is_given_and_not_kept() {
        MakeOnce.Command command = command(Optional.empty(), "POST /a", "{}");
        String longest = "a".repeat(MakeOnce.LONGEST_ANSWER);
        assertThat(makeOnce(command, longest + "a").text()).hasSize(MakeOnce.LONGEST_ANSWER + 1);
        tenantry.pass(Attempt.LEASE);

        assertThat(makeOnce(command, longest).repeated()).isFalse();
        assertThat(makeOnce(command, "other")).isEqualTo(new MakeOnce.Answer(longest, true));
    }

    @Test
    void only_so_many_are_noted_of_one_address_and_what_is_kept_is_given_all_the_same() {
        Device device = new Device(Optional.of("192.0.2.1"), Optional.empty());
        int limit = ThrottleKind.KEYED.rule().limit();
        for (int n = 0; n < limit; n++) {
            assertThat(makeOnce(at(n, device), "made").repeated()).isFalse();
        }

        assertThatThrownBy(() -> makeOnce(at(limit, device), "made")).isInstanceOf(Throttled.class);
        assertThat(makeOnce(at(0, device), "made").repeated()).isTrue();
        assertThat(makeOnce(at(limit, new Device(Optional.of("192.0.2.2"), Optional.empty())), "made")
                        .repeated())
                .isFalse();
    }

    @Test
    void who_guesses_at_what_another_sent_is_stopped_as_soon_as_who_sends_new_things() {
        Device device = new Device(Optional.of("192.0.2.1"), Optional.empty());
        makeOnce(at(0, device), "made");
        MakeOnce.Command guess = new MakeOnce.Command(
                Optional.empty(), "POST /0", KEY, TokenDigest.of("guess"), Optional.empty(), device);

        for (int n = 1; n < ThrottleKind.KEYED.rule().limit(); n++) {
            assertThatThrownBy(() -> makeOnce(guess, "made")).isInstanceOf(IdempotencyKeyReused.class);
        }

        assertThatThrownBy(() -> makeOnce(guess, "made")).isInstanceOf(Throttled.class);
    }

    @Test
    void R8_3_2_who_has_not_the_right_any_more_gets_no_answer_again() {
        TenantId acme = tenantry.registerCompany("Acme", ADA).tenant().id();
        tenantry.registerVerifiedUser(GRACE);
        MakeOnce.Command ada = in(acme, ADA);
        MakeOnce.Command grace = in(acme, GRACE);
        makeOnce(ada, "hers");
        makeOnce(grace, "whose");

        assertThat(makeOnce(ada, "again")).isEqualTo(new MakeOnce.Answer("hers", true));
        assertThatThrownBy(() -> makeOnce(grace, "again")).isInstanceOf(NotFound.class);
    }

    @Test
    void what_expired_is_removed_with_all_else_that_is_over() {
        register(ADA, "{}");
        tenantry.pass(Attempt.KEPT.plus(A_MOMENT));
        KeyedCalls calls = tenantry.ports().keyedCalls();

        tenantry.useCases().audit().removeExpired().remove();

        assertThat(tenantry.ports()
                        .transactions()
                        .outsideTenants(() -> calls.hold(registration("{}").call())))
                .isEmpty();
    }

    /** Whether the process died while it registered, after that many calls of ports. */
    private static boolean dies(TenantryFixture world, int calls) {
        try {
            register(
                    PortsFixture.useCases(world.tenantry(), PortsFixture.failingAfter(calls, world.ports())),
                    ADA,
                    "{}");
            return false;
        } catch (PortsFixture.PortDown dead) {
            return true;
        }
    }

    private MakeOnce.Answer register(EmailAddress owner, String body) {
        return register(tenantry.useCases(), owner, body);
    }

    private static MakeOnce.Answer register(UseCases useCases, EmailAddress owner, String body) {
        return useCases.idempotency().makeOnce().make(registration(body), () -> company(useCases, owner));
    }

    private static String company(UseCases useCases, EmailAddress owner) {
        return useCases.tenants()
                .registerTenant()
                .register(TenantryFixture.company("Acme", owner))
                .tenant()
                .id()
                .toString();
    }

    private static MakeOnce.Command registration(String body) {
        return command(Optional.empty(), "POST /register", body);
    }

    private MakeOnce.Command in(TenantId tenant, EmailAddress by) {
        return new MakeOnce.Command(
                Optional.of(tenantry.authenticate(tenantry.signIn(by))),
                "POST /a",
                KEY,
                TokenDigest.of("{}"),
                Optional.of(new MakeOnce.Right(tenant, Permission.MANAGE_API_KEYS)),
                Device.UNKNOWN);
    }

    private static MakeOnce.Command at(int number, Device device) {
        return new MakeOnce.Command(
                Optional.empty(), "POST /" + number, KEY, TokenDigest.of("{}"), Optional.empty(), device);
    }

    private static MakeOnce.Command command(Optional<Principal> by, String operation, String body) {
        return new MakeOnce.Command(
                by.map(known -> known), operation, KEY, TokenDigest.of(body), Optional.empty(), Device.UNKNOWN);
    }

    private MakeOnce makeOnce() {
        return tenantry.useCases().idempotency().makeOnce();
    }

    private MakeOnce.Answer makeOnce(MakeOnce.Command command, String answer) {
        return makeOnce().make(command, () -> answer);
    }

    private int companies() {
        return companies(tenantry);
    }

    private static int companies(TenantryFixture world) {
        return world.ports()
                .transactions()
                .outsideTenants(() -> world.ports().tenants().listAfter(0, 10))
                .size();
    }
}
