package io.tenantry.persistence.user;

import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Users in the table {@code app_user}. */
public final class JdbiUsers implements Users {

    private static final String UNIQUE_VIOLATION = "23505";

    private final CurrentTransaction current;
    private final Dao<UserDao> users;

    public JdbiUsers(CurrentTransaction current) {
        this.current = current;
        this.users = new Dao<>(current, UserDao.class);
    }

    @Override
    public boolean add(User user) {
        return users.get(dao -> dao.insert(user)) == 1;
    }

    @Override
    public Optional<User> find(UserId id) {
        return users.get(dao -> dao.find(id));
    }

    @Override
    public List<User> findAll(Set<UserId> ids) {
        return users.get(dao -> dao.findAll(ids.stream().map(UserId::toString).toList()));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return users.get(dao -> dao.findByEmail(email.canonical()));
    }

    @Override
    public void update(User user) {
        current.changes(Change.of(user.id()));
        users.run(dao -> update(dao, user));
    }

    @Override
    public void remove(User user) {
        current.changes(Change.of(user.id()));
        users.run(dao -> remove(dao, user));
    }

    private static void update(UserDao dao, User user) {
        try {
            dao.update(user);
        } catch (UnableToExecuteStatementException refused) {
            throw isTaken(refused) ? new EmailTaken() : refused;
        }
    }

    /** The address is all that is unique and may change. */
    private static boolean isTaken(UnableToExecuteStatementException refused) {
        return refused.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private static void remove(UserDao dao, User user) {
        dao.holdChallenges(user.id());
        dao.holdCredential(user.id());
        dao.holdTokens(user.id());
        dao.hold(user.id());
        dao.holdSessions(user.id());
        dao.revokeInvitations(user.id());
        dao.holdOwnedTenants(user.id());
        dao.handOverTenants(user.id());
        dao.removeMemberships(user.id());
        dao.removeInvitations(user.email().canonical());
        dao.removeMails(user.email().canonical());
        dao.removeMailRequests(user.email().canonical());
        dao.remove(user.id());
    }
}
