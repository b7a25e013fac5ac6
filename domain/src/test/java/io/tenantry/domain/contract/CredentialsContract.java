package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.credential.Credentials} must do. */
public abstract class CredentialsContract extends PortContract {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void a_users_password_matches_and_gives_the_version_that_is_held() {
        User user = userWith(PASSWORD);

        Optional<CredentialVersion> version = match(user.id(), PASSWORD);

        assertThat(version).contains(held(user.id()));
    }

    @Test
    void another_password_does_not_match() {
        User user = userWith(PASSWORD);

        for (String wrong : List.of("", "x", PASSWORD + "x", PASSWORD.substring(1))) {
            assertThat(match(user.id(), wrong)).isEmpty();
        }
    }

    @Test
    void R6_2_8_case_and_outer_spaces_and_normal_forms_make_different_passwords() {
        User user = userWith("Caf\u00e9 au lait");

        for (String wrong : List.of(
                "caf\u00e9 au lait",
                "CAF\u00c9 AU LAIT",
                "Caf\u00e9 au lait ",
                " Caf\u00e9 au lait",
                "Cafe\u0301 au lait",
                "Cafe au lait")) {
            assertThat(match(user.id(), wrong)).as(wrong).isEmpty();
        }
        assertThat(match(user.id(), "Caf\u00e9 au lait")).isPresent();
    }

    @Test
    void nobody_and_a_user_who_is_not_known_and_one_without_a_password_match_nothing() {
        assertThat(ports().credentials().match(Optional.empty(), new Password(PASSWORD)))
                .isEmpty();
        assertThat(match(UserFixture.aUser().id(), PASSWORD)).isEmpty();
        assertThat(match(storedUser().id(), PASSWORD)).isEmpty();
    }

    @Test
    void one_users_password_is_not_anothers() {
        userWith(PASSWORD);
        User other = userWith("another long password");

        assertThat(match(other.id(), PASSWORD)).isEmpty();
    }

    @Test
    void one_sealed_password_can_be_stored_for_its_user_alone_and_two_seals_of_one_password_both_match() {
        User one = userWith(PASSWORD);
        User other = userWith(PASSWORD);

        assertThat(match(one.id(), PASSWORD)).isPresent();
        assertThat(match(other.id(), PASSWORD)).isPresent();
    }

    @Test
    void R_B1_passwords_around_bcrypts_72_bytes_differ_in_their_last_byte() {
        for (int length : List.of(71, 72, 73, 80)) {
            String start = "a".repeat(length - 1);
            User user = userWith(start + "X");

            assertThat(match(user.id(), start + "X")).as("%d bytes", length).isPresent();
            assertThat(match(user.id(), start + "Y")).as("%d bytes", length).isEmpty();
            assertThat(match(user.id(), start)).as("%d bytes, cut", length).isEmpty();
            assertThat(match(user.id(), start + "XZ"))
                    .as("%d bytes and one", length)
                    .isEmpty();
        }
    }

    @Test
    void R_B4_thirty_six_times_two_bytes_work_and_one_letter_more_is_another_password() {
        String seventyTwoBytes = "é".repeat(36);
        User user = userWith(seventyTwoBytes);

        assertThat(match(user.id(), seventyTwoBytes)).isPresent();
        assertThat(match(user.id(), seventyTwoBytes + "X")).isEmpty();
    }

    @Test
    void R6_2_9_sixty_four_and_256_code_points_of_four_bytes_work_and_the_last_one_counts() {
        for (int length : List.of(64, 256)) {
            String start = "😀".repeat(length - 1);
            User user = userWith(start + "😀");

            assertThat(match(user.id(), start + "😀")).as("%d", length).isPresent();
            assertThat(match(user.id(), start + "😁")).as("%d", length).isEmpty();
        }
    }

    @Test
    void a_password_longer_than_any_that_may_be_set_does_not_match_and_breaks_nothing() {
        User user = userWith(PASSWORD);

        for (int length : List.of(300, 60_000)) {
            assertThat(match(user.id(), "a".repeat(length))).isEmpty();
            assertThat(ports().credentials().match(Optional.empty(), new Password("a".repeat(length))))
                    .isEmpty();
        }
    }

    @Test
    void R_B3_a_password_with_a_NUL_never_matches() {
        User user = userWith("hunter2!");

        for (String wrong :
                List.of("hunter2!\0", "hunter2!\0hunter2!", "hunter2!\0hunter2!\0hunter2!", "\0", "\0hunter2!")) {
            assertThat(match(user.id(), wrong)).isEmpty();
        }
    }

    @Test
    void half_a_surrogate_pair_does_not_match_the_question_mark_that_encoders_put_in_its_place() {
        User user = userWith("?question");

        assertThat(match(user.id(), "\uD83Dquestion")).isEmpty();
    }

    @Test
    void a_user_without_a_password_is_held_at_version_0_and_the_first_password_makes_another() {
        User user = storedUser();
        assertThat(held(user.id())).isEqualTo(new CredentialVersion(0));

        store(user.id(), PASSWORD);

        assertThat(held(user.id())).isNotEqualTo(new CredentialVersion(0));
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one_and_changes_the_version() {
        User user = userWith(PASSWORD);
        CredentialVersion before = held(user.id());

        store(user.id(), "quite another one");

        assertThat(match(user.id(), PASSWORD)).isEmpty();
        assertThat(match(user.id(), "quite another one")).contains(held(user.id()));
        assertThat(held(user.id())).isNotEqualTo(before);
    }

    @Test
    void the_same_password_stored_again_changes_the_version_too() {
        User user = userWith(PASSWORD);
        CredentialVersion before = held(user.id());

        store(user.id(), PASSWORD);

        assertThat(held(user.id())).isNotEqualTo(before);
    }

    @Test
    void a_password_whose_storing_was_rolled_back_does_not_match() {
        User user = userWith(PASSWORD);
        CredentialVersion before = held(user.id());
        SealedPassword sealed = ports().credentials().seal(new Password("quite another one"));
        Rollback.of(() -> doOutside(() -> {
            ports().credentials().store(user.id(), sealed);
            throw new Rollback();
        }));

        assertThat(match(user.id(), "quite another one")).isEmpty();
        assertThat(match(user.id(), PASSWORD)).contains(before);
    }

    @Test
    void whoever_sets_a_password_waits_until_one_who_holds_the_credential_is_done() throws Exception {
        User user = userWith(PASSWORD);
        SealedPassword sealed = ports().credentials().seal(new Password("quite another one"));

        CredentialVersion after = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    CredentialVersion before = ports().credentials().hold(user.id());
                    midst.run();
                    assertThat(ports().credentials().hold(user.id())).isEqualTo(before);
                }),
                () -> outside(() -> {
                    ports().credentials().store(user.id(), sealed);
                    return ports().credentials().hold(user.id());
                }));

        assertThat(after).isEqualTo(held(user.id()));
    }

    @Test
    void a_sealed_password_shows_nothing_of_the_password() {
        assertThat(ports().credentials().seal(new Password(PASSWORD)).toString())
                .doesNotContain("correct", "horse", "$2");
    }

    private User userWith(String password) {
        User user = storedUser();
        store(user.id(), password);
        return user;
    }

    private void store(UserId user, String password) {
        SealedPassword sealed = ports().credentials().seal(new Password(password));
        doOutside(() -> ports().credentials().store(user, sealed));
    }

    private Optional<CredentialVersion> match(UserId user, String password) {
        return ports().credentials().match(Optional.of(user), new Password(password));
    }

    private CredentialVersion held(UserId user) {
        return outside(() -> ports().credentials().hold(user));
    }
}
