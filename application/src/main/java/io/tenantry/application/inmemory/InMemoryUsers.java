package io.tenantry.application.inmemory;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.util.Optional;

final class InMemoryUsers implements Users {

    private final InMemoryRows<UserId, User> rows;
    private final InMemoryRows<EmailAddress, UserId> byEmail;

    InMemoryUsers(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
        this.byEmail = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean add(User user) {
        if (!byEmail.add(user.email(), user.id())) {
            return false;
        }
        rows.put(user.id(), user);
        return true;
    }

    @Override
    public Optional<User> find(UserId id) {
        return rows.find(id);
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return byEmail.find(email).flatMap(rows::find);
    }

    @Override
    public void update(User user) {
        rows.find(user.id()).ifPresent(before -> {
            byEmail.remove(before.email());
            byEmail.put(user.email(), user.id());
            rows.put(user.id(), user);
        });
    }
}
