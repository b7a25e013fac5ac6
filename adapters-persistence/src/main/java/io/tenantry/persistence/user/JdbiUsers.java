package io.tenantry.persistence.user;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.util.Optional;

/** Users in the table {@code app_user}. */
public final class JdbiUsers implements Users {

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
    public Optional<User> findByEmail(EmailAddress email) {
        return users.get(dao -> dao.findByEmail(email.canonical()));
    }

    @Override
    public void update(User user) {
        current.changes(Change.of(user.id()));
        users.run(dao -> dao.update(user));
    }
}
