package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.KnownDevices.Familiarity;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.session.KnownDevices} must do. */
public abstract class KnownDevicesContract extends PortContract {

    private static final AddressBlock HOME = block("203.0.113.7");
    private static final AddressBlock TRAIN = block("2001:db8:1:2:3::4");
    private static final String FIREFOX = "Mozilla/ (X; Linux x_) Firefox/ Grüße";
    private static final String CURL = "curl/";

    private final Instant now = TimeFixture.now();

    @Test
    void of_who_never_signed_in_nothing_is_known_nor_of_nobody() {
        Familiarity none = new Familiarity(false, Optional.empty(), Optional.empty());

        assertThat(familiarity(storedUser().id(), HOME, FIREFOX)).isEqualTo(none);
        assertThat(familiarity(UserFixture.aUser().id(), HOME, FIREFOX)).isEqualTo(none);
    }

    @Test
    void address_and_program_are_each_known_for_themselves() {
        UserId user = storedUser().id();
        remember(user, HOME, FIREFOX, now);

        assertThat(familiarity(user, HOME, FIREFOX))
                .isEqualTo(new Familiarity(true, Optional.of(now), Optional.of(now)));
        assertThat(familiarity(user, HOME, CURL)).isEqualTo(new Familiarity(true, Optional.of(now), Optional.empty()));
        assertThat(familiarity(user, TRAIN, FIREFOX))
                .isEqualTo(new Familiarity(true, Optional.empty(), Optional.of(now)));
        assertThat(familiarity(user, TRAIN, CURL)).isEqualTo(new Familiarity(true, Optional.empty(), Optional.empty()));
    }

    @Test
    void what_counts_is_the_last_time_over_all_pairs() {
        UserId user = storedUser().id();
        remember(user, HOME, FIREFOX, now);
        remember(user, HOME, CURL, now.plusSeconds(1));
        remember(user, TRAIN, FIREFOX, now.plusSeconds(2));
        remember(user, TRAIN, CURL, now.plusSeconds(3));
        remember(user, HOME, FIREFOX, now.plusSeconds(4));

        assertThat(familiarity(user, HOME, CURL))
                .isEqualTo(new Familiarity(true, Optional.of(now.plusSeconds(4)), Optional.of(now.plusSeconds(3))));
    }

    @Test
    void a_program_that_does_not_say_its_name_is_one_too() {
        UserId user = storedUser().id();
        remember(user, HOME, "", now);

        assertThat(familiarity(user, TRAIN, "").byProgram()).contains(now);
        assertThat(familiarity(user, TRAIN, CURL).byProgram()).isEmpty();
    }

    @Test
    void the_longest_name_of_a_program_is_kept() {
        UserId user = storedUser().id();
        String longest = new Device(Optional.empty(), Optional.of("山".repeat(500))).program();
        remember(user, HOME, longest, now);

        assertThat(familiarity(user, TRAIN, longest).byProgram()).contains(now);
    }

    @Test
    void nobodys_devices_are_anothers() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        remember(user, HOME, FIREFOX, now);

        assertThat(familiarity(other, HOME, FIREFOX).any()).isFalse();
    }

    @Test
    void the_fifty_latest_pairs_of_a_user_are_kept() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        remember(other, HOME, CURL, now.minusSeconds(9));
        remember(user, HOME, CURL, now);
        remember(user, TRAIN, CURL, now);
        remember(user, HOME, CURL, now.plusSeconds(60));

        IntStream.rangeClosed(1, 49).forEach(n -> remember(user, block("198.51.100." + n), FIREFOX, now.plusMillis(n)));

        assertThat(familiarity(user, HOME, CURL).fromAddress()).contains(now.plusSeconds(60));
        assertThat(familiarity(user, TRAIN, CURL).fromAddress()).isEmpty();
        assertThat(familiarity(user, block("198.51.100.1"), CURL).fromAddress()).contains(now.plusMillis(1));
        assertThat(familiarity(other, HOME, CURL).fromAddress()).contains(now.minusSeconds(9));
    }

    @Test
    void all_pairs_of_a_user_are_told_the_last_seen_first() {
        UserId user = storedUser().id();
        remember(storedUser().id(), HOME, CURL, now);
        remember(user, TRAIN, "", now.plusSeconds(1));
        remember(user, HOME, FIREFOX, now.plusSeconds(2));
        remember(user, HOME, CURL, now);

        assertThat(of(user))
                .containsExactly(
                        new KnownDevice(HOME, FIREFOX, now.plusSeconds(2)),
                        new KnownDevice(TRAIN, "", now.plusSeconds(1)),
                        new KnownDevice(HOME, CURL, now));
        assertThat(of(UserFixture.aUser().id())).isEmpty();
    }

    @Test
    void R6_3_1_all_of_a_user_are_forgotten_and_nobody_elses() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        remember(user, HOME, FIREFOX, now);
        remember(user, TRAIN, CURL, now);
        remember(other, HOME, FIREFOX, now);

        doOutside(() -> ports().knownDevices().forgetAll(user));

        assertThat(of(user)).isEmpty();
        assertThat(familiarity(user, HOME, FIREFOX).any()).isFalse();
        assertThat(familiarity(other, HOME, FIREFOX).any()).isTrue();
    }

    @Test
    void a_sign_in_that_was_rolled_back_makes_nothing_known() {
        UserId user = storedUser().id();
        Rollback.of(() -> doOutside(() -> {
            ports().knownDevices().remember(user, HOME, FIREFOX, now);
            throw new Rollback();
        }));

        assertThat(familiarity(user, HOME, FIREFOX).any()).isFalse();
    }

    @Test
    void parallel_sign_ins_from_one_device_and_from_many_are_all_noted() throws Exception {
        UserId user = storedUser().id();

        List<Integer> done = InParallel.run(20, number -> {
            remember(user, HOME, FIREFOX, now);
            remember(user, block("198.51.100." + number), CURL, now);
            return number;
        });

        assertThat(done)
                .hasSize(20)
                .allMatch(number -> familiarity(user, block("198.51.100." + number), CURL)
                        .fromAddress()
                        .isPresent());
    }

    private static AddressBlock block(String address) {
        return AddressBlock.of(new Device(Optional.of(address), Optional.empty()))
                .orElseThrow();
    }

    private List<KnownDevice> of(UserId user) {
        return outside(() -> ports().knownDevices().of(user));
    }

    private Familiarity familiarity(UserId user, AddressBlock address, String program) {
        return outside(() -> ports().knownDevices().familiarity(user, address, program));
    }

    private void remember(UserId user, AddressBlock address, String program, Instant at) {
        doOutside(() -> ports().knownDevices().remember(user, address, program, at));
    }
}
