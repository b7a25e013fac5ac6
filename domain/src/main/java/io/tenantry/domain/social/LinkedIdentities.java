package io.tenantry.domain.social;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts at providers that are linked to users. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface LinkedIdentities {

    /** False, and nothing stored, when issuer and subject are linked already, to whomever. */
    boolean add(LinkedIdentity identity);

    Optional<LinkedIdentity> find(String issuer, String subject);

    /** The oldest first. */
    List<LinkedIdentity> of(UserId user);

    void used(LinkedIdentityId identity, Instant now);

    /** False if the user has none such. */
    boolean remove(UserId user, LinkedIdentityId identity);

    /** Removes those of the user that were linked before {@code before}. */
    void removeOlder(UserId user, Instant before);
}
