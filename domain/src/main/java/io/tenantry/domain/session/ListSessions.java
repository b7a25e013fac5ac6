package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;
import java.util.List;

/** Lists the caller's live sessions, the latest used first. */
@DrivingPort
public interface ListSessions {

    List<Session> list(Principal by);
}
