package io.tenantry.persistence.session;

import io.tenantry.domain.session.Identities;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads sessions and identities, from memory where it is known to be current, else from the database: one trip, one
 * statement each.
 */
public final class CachedIdentities implements Identities {

    private final Jdbi jdbi;
    private final CurrentTransaction transaction;
    private final RememberedIdentities remembered;
    private final BooleanSupplier current;

    /** @param current whether every change of up to a second ago has been heard of; if not, memory is not used */
    public CachedIdentities(
            Jdbi jdbi, CurrentTransaction transaction, RememberedIdentities remembered, BooleanSupplier current) {
        this.jdbi = jdbi;
        this.transaction = transaction;
        this.remembered = remembered;
        this.current = current;
    }

    @Override
    public Optional<Session> session(SessionId id) {
        transaction.requireNone();
        if (!current.getAsBoolean()) {
            return readSession(id);
        }
        return remembered.session(id).or(() -> {
            long readAt = remembered.forgettings();
            Optional<Session> read = readSession(id);
            read.ifPresent(session -> remembered.remember(session, readAt));
            return read;
        });
    }

    @Override
    public Optional<Identity> of(UserId user) {
        transaction.requireNone();
        if (!current.getAsBoolean()) {
            return readIdentity(user);
        }
        return remembered.identity(user).or(() -> {
            long readAt = remembered.forgettings();
            Optional<Identity> read = readIdentity(user);
            read.ifPresent(identity -> remembered.remember(identity, readAt));
            return read;
        });
    }

    private Optional<Session> readSession(SessionId id) {
        return DatabaseFailures.translating(
                () -> jdbi.withHandle(handle -> handle.attach(SessionDao.class).find(id)));
    }

    private Optional<Identity> readIdentity(UserId user) {
        return DatabaseFailures.translating(() -> jdbi.withHandle(handle -> IdentityQuery.read(handle, user)));
    }
}
