package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.List;

/** Reads the installation in figures. For operators; noted in the audit. */
@DrivingPort
public interface ReadStatistics {

    /** Of how many days is told if nobody says. */
    int USUAL_DAYS = 30;

    /** How many days are told of at most. */
    int MOST_DAYS = 366;

    /**
     * @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors
     * @throws io.tenantry.domain.failure.InvalidInput if there are fewer days than one, or too many
     */
    Figures read(Command command);

    /** @param days of how many days is told one by one, today in UTC the last; 1 to {@link #MOST_DAYS} */
    record Command(Principal by, int days, Device device) {}

    /** @param daily each of the days, also those on which nothing came; the oldest first */
    record Figures(Statistics altogether, List<DailyStatistics> daily) {

        public Figures {
            daily = List.copyOf(daily);
        }
    }
}
