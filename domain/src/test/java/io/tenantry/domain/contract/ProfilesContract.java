package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.Preferences;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profile.Notifications;
import io.tenantry.domain.user.ProfileFixture;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.user.Profiles} must do. */
public abstract class ProfilesContract extends PortContract {

    @Test
    void a_user_who_has_said_nothing_has_the_standard_profile_and_so_has_nobody() {
        assertThat(of(storedUser().id())).isEqualTo(Profile.UNSAID);
        assertThat(of(UserFixture.aUser().id())).isEqualTo(Profile.UNSAID);
    }

    @Test
    void a_profile_comes_back_as_it_was() {
        UserId user = storedUser().id();
        for (Profile profile : List.of(
                ProfileFixture.aProfile(),
                Profile.UNSAID,
                profile("+1 (555) 01.23/4-5", "Asia/Kathmandu", "pt-BR", true, false, "{ \"a\" : \"é山👩\\u0000\" }"),
                profile("123", "+05:30", "zh-Hans-CN", false, false, " []\n"),
                profile("123", "Z", "und", true, true, "\"" + "x".repeat(4094) + "\""))) {
            store(user, profile);

            assertThat(of(user)).isEqualTo(profile);
        }
    }

    @Test
    void a_profile_is_replaced_for_its_user_alone() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        store(user, ProfileFixture.aProfile());
        store(other, ProfileFixture.aProfile());

        store(user, Profile.UNSAID);

        assertThat(of(user)).isEqualTo(Profile.UNSAID);
        assertThat(of(other)).isEqualTo(ProfileFixture.aProfile());
    }

    @Test
    void a_picture_comes_back_as_it_was_with_its_tag_in_the_profile_until_it_is_removed() {
        UserId user = storedUser().id();
        for (Avatar avatar : List.of(ProfileFixture.anAvatar(1), ProfileFixture.anAvatar(2))) {
            storeAvatar(user, avatar);

            assertThat(avatar(user)).contains(avatar);
            assertThat(of(user).avatar()).contains(avatar.tag());
        }

        removeAvatar(user);

        assertThat(avatar(user)).isEmpty();
        assertThat(of(user)).isEqualTo(Profile.UNSAID);
    }

    @Test
    void a_picture_of_another_stays_and_to_remove_none_is_no_error() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        storeAvatar(other, ProfileFixture.anAvatar(1));

        removeAvatar(user);

        assertThat(avatar(user)).isEmpty();
        assertThat(avatar(other)).contains(ProfileFixture.anAvatar(1));
    }

    @Test
    void storing_a_profile_neither_takes_the_picture_away_nor_claims_one() {
        UserId user = storedUser().id();
        store(
                user,
                withAvatar(ProfileFixture.aProfile(), ProfileFixture.anAvatar(1).tag()));
        assertThat(of(user)).isEqualTo(ProfileFixture.aProfile());
        storeAvatar(user, ProfileFixture.anAvatar(2));

        store(user, ProfileFixture.aProfile());

        assertThat(of(user))
                .isEqualTo(withAvatar(
                        ProfileFixture.aProfile(), ProfileFixture.anAvatar(2).tag()));
    }

    @Test
    void a_profile_is_in_reach_of_every_scope() {
        UserId user = storedUser().id();
        Tenant tenant = storedTenant();

        doIn(tenant.id(), () -> ports().profiles().store(user, ProfileFixture.aProfile()));

        assertThat(across(() -> ports().profiles().of(user))).isEqualTo(ProfileFixture.aProfile());
    }

    @Test
    void what_was_rolled_back_was_not_said() {
        UserId user = storedUser().id();
        Rollback.of(() -> doOutside(() -> {
            ports().profiles().store(user, ProfileFixture.aProfile());
            ports().profiles().storeAvatar(user, ProfileFixture.anAvatar(1));
            throw new Rollback();
        }));

        assertThat(of(user)).isEqualTo(Profile.UNSAID);
        assertThat(avatar(user)).isEmpty();
    }

    @Test
    void of_parallel_changes_each_succeeds_and_one_is_the_last() throws Exception {
        UserId user = storedUser().id();

        List<Avatar> stored = InParallel.run(10, number -> {
            Avatar avatar = ProfileFixture.anAvatar(number);
            doOutside(() -> {
                ports().profiles().store(user, ProfileFixture.aProfile());
                ports().profiles().storeAvatar(user, avatar);
            });
            return avatar;
        });

        assertThat(avatar(user)).get().isIn(stored);
    }

    private static Profile profile(
            String phone, String zone, String language, boolean product, boolean invitations, String json) {
        return new Profile(
                Optional.of(new PhoneNumber(phone)),
                ZoneId.of(zone),
                Locale.forLanguageTag(language),
                new Notifications(product, invitations),
                new Preferences(json),
                Optional.empty());
    }

    private static Profile withAvatar(Profile profile, String tag) {
        return new Profile(
                profile.phone(),
                profile.timezone(),
                profile.locale(),
                profile.notifications(),
                profile.preferences(),
                Optional.of(tag));
    }

    private Profile of(UserId user) {
        return outside(() -> ports().profiles().of(user));
    }

    private void store(UserId user, Profile profile) {
        doOutside(() -> ports().profiles().store(user, profile));
    }

    private Optional<Avatar> avatar(UserId user) {
        return outside(() -> ports().profiles().avatar(user));
    }

    private void storeAvatar(UserId user, Avatar avatar) {
        doOutside(() -> ports().profiles().storeAvatar(user, avatar));
    }

    private void removeAvatar(UserId user) {
        doOutside(() -> ports().profiles().removeAvatar(user));
    }
}
