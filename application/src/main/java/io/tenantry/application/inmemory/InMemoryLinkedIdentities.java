package io.tenantry.application.inmemory;

import io.tenantry.domain.social.LinkedIdentities;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryLinkedIdentities implements LinkedIdentities {

    private record Key(String issuer, String subject) {}

    private final InMemoryRows<Key, LinkedIdentity> rows;

    InMemoryLinkedIdentities(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean add(LinkedIdentity identity) {
        return rows.add(new Key(identity.issuer(), identity.subject()), identity);
    }

    @Override
    public Optional<LinkedIdentity> find(String issuer, String subject) {
        return rows.find(new Key(issuer, subject));
    }

    @Override
    public List<LinkedIdentity> of(UserId user) {
        return rows.all()
                .filter(identity -> identity.user().equals(user))
                .sorted(Comparator.comparing(LinkedIdentity::linkedAt))
                .toList();
    }

    @Override
    public void used(LinkedIdentityId identity, Instant now) {
        rows.all()
                .filter(kept -> kept.id().equals(identity))
                .toList()
                .forEach(kept -> rows.put(new Key(kept.issuer(), kept.subject()), kept.used(now)));
    }

    @Override
    public boolean remove(UserId user, LinkedIdentityId identity) {
        return rows.removeFirst(1, kept -> kept.user().equals(user) && kept.id().equals(identity)) > 0;
    }

    @Override
    public void removeOlder(UserId user, Instant before) {
        rows.removeFirst(
                Integer.MAX_VALUE,
                kept -> kept.user().equals(user) && kept.linkedAt().isBefore(before));
    }

    void forget(UserId user) {
        removeOlder(user, Instant.MAX);
    }
}
