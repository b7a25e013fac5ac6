package io.tenantry.application.inmemory;

import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class InMemoryUsers implements Users {

    private final InMemoryRows<UserId, User> rows;
    private final InMemoryRows<EmailAddress, UserId> byEmail;
    private final List<Consumer<User>> whatIsTheirs = new ArrayList<>();

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
    public List<User> findAll(Set<UserId> ids) {
        return ids.stream().map(rows::find).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return byEmail.find(email).flatMap(rows::find);
    }

    @Override
    public void update(User user) {
        rows.find(user.id()).ifPresent(before -> {
            byEmail.remove(before.email());
            if (!byEmail.add(user.email(), user.id())) {
                throw new EmailTaken();
            }
            rows.put(user.id(), user);
        });
    }

    @Override
    public void remove(User user) {
        whatIsTheirs.forEach(erasing -> erasing.accept(user));
        byEmail.remove(user.email());
        rows.remove(user.id());
    }

    Stream<User> all() {
        return rows.all();
    }

    /** Something else that is to go when a user is removed. */
    void alsoErase(Consumer<User> erasing) {
        whatIsTheirs.add(erasing);
    }
}
