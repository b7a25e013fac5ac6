package io.tenantry.http.api.user;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.domain.user.Profile;

/**
 * What a user says of themselves beside their name.
 *
 * @param avatarUrl null if they have no picture
 */
record ProfileJson(
        String timezone,
        String locale,
        NotificationsJson notifications,
        @JsonRawValue String preferences,
        String avatarUrl) {
    static ProfileJson of(Profile profile, String avatarUrl) {
        return new ProfileJson(
                profile.timezone().getId(),
                profile.locale().toLanguageTag(),
                NotificationsJson.of(profile.notifications()),
                profile.preferences().json(),
                avatarUrl);
    }

    record NotificationsJson(boolean product, boolean invitations) {
        static NotificationsJson of(Profile.Notifications notifications) {
            return new NotificationsJson(notifications.product(), notifications.invitations());
        }
    }
}
