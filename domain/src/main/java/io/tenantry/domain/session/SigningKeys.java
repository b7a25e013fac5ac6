package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivenPort;
import java.util.List;

/** The keys that sign access tokens, shared by all nodes, encrypted at rest. Called within a transaction. */
@DrivenPort
public interface SigningKeys {

    /** The newest first, those to come too: see {@link SigningKey#signing}. */
    List<SigningKey> all();

    /** Keeps a key, if there is none yet: of several nodes that start at once, one's is kept. */
    void addFirst(SigningKey key);

    /** As {@link #all}, held until the transaction under way ends: nobody else adds one to those that are there, or removes one. */
    List<SigningKey> hold();

    /** Adds one to those that are held. */
    void add(SigningKey key);

    /** Removes one that is held: what it signed is good no more. */
    void remove(String id);
}
