package io.tenantry.application.inmemory;

import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryPasskeys implements Passkeys {

    private final InMemoryRows<CredentialId, Passkey> rows;

    InMemoryPasskeys(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean add(Passkey passkey) {
        return rows.add(passkey.credential().id(), passkey);
    }

    @Override
    public List<Passkey> of(UserId user) {
        return rows.all()
                .filter(passkey -> passkey.user().equals(user))
                .sorted(Comparator.comparing(Passkey::createdAt))
                .toList();
    }

    @Override
    public Optional<Passkey> hold(CredentialId credential) {
        return rows.find(credential);
    }

    @Override
    public void update(Passkey passkey) {
        rows.find(passkey.credential().id())
                .ifPresent(before -> rows.put(passkey.credential().id(), passkey));
    }

    @Override
    public boolean remove(UserId user, PasskeyId passkey) {
        return rows.removeFirst(1, kept -> kept.user().equals(user) && kept.id().equals(passkey)) > 0;
    }

    @Override
    public void removeOlder(UserId user, Instant before) {
        rows.removeFirst(
                Integer.MAX_VALUE,
                kept -> kept.user().equals(user) && kept.createdAt().isBefore(before));
    }

    void forget(UserId user) {
        removeOlder(user, Instant.MAX);
    }
}
