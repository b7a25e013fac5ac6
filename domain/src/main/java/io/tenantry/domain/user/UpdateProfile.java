package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.time.ZoneId;
import java.util.Locale;

/** Changes what the caller says of themselves. */
@DrivingPort
public interface UpdateProfile {

    void update(Command command);

    /**
     * @param firstName valid by {@link PersonName#problemWithPart}
     * @param lastName likewise
     */
    record Command(
            Principal by,
            Change<String> firstName,
            Change<String> lastName,
            Change<PhoneNumber> phone,
            Change<ZoneId> timezone,
            Change<Locale> locale,
            Change<Boolean> productNews,
            Change<Boolean> invitationMails,
            Change<Preferences> preferences,
            Device device) {}
}
