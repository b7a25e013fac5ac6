package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivenPort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All users. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface Users {

    /** Stores a new user. False, and nothing stored, when the address is taken, also by a registration under way. */
    boolean add(User user);

    Optional<User> find(UserId id);

    /** Those of the users who are there, in no particular order. */
    List<User> findAll(Set<UserId> ids);

    Optional<User> findByEmail(EmailAddress email);

    /**
     * Replaces a user who exists. All nodes hear of it within a second.
     *
     * @throws io.tenantry.domain.failure.EmailTaken if another has the address; then the transaction cannot go on
     */
    void update(User user);

    /**
     * Erases a user and all that is theirs: password, sessions, factors, linked accounts, profile, memberships (hence in the
     * scope of all tenants), invitations to their address, mails that wait or are kept, and what asks for mails to their address. All nodes hear of it within
     * a second. Pending invitations that they made are taken back.
     *
     * @throws io.tenantry.domain.failure.LastOwner if a tenant that is not closed would be left without an owner; then the
     *     transaction cannot go on. Thrown here or by the commit
     */
    void remove(User user);
}
