package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivenPort;
import java.util.List;

/** The keys that sign access tokens, shared by all nodes, encrypted at rest. Called within a transaction. */
@DrivenPort
public interface SigningKeys {

    /** The newest first: that one signs. */
    List<SigningKey> all();

    /** Keeps a key, if there is none yet: of several nodes that start at once, one's is kept. */
    void addFirst(SigningKey key);
}
