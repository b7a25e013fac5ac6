package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;
import java.util.List;

/** Gives the keys by which access tokens are signed and checked. The first is made when it is first asked for. */
@DrivingPort
public interface ReadSigningKeys {

    /** The newest first: all of them verify, and {@link SigningKey#signing} says which signs. Never empty. */
    List<SigningKey> read();
}
