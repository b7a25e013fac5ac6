package io.tenantry.application.inmemory;

import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryKnownDevices implements KnownDevices {

    private static final int MOST = 50;

    private record Key(UserId user, AddressBlock address, String program) {}

    private record Seen(Key key, Instant at) {}

    private final InMemoryRows<Key, Seen> rows;

    InMemoryKnownDevices(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public Familiarity familiarity(UserId user, AddressBlock address, String program) {
        return new Familiarity(
                of(user).findAny().isPresent(),
                latest(of(user).filter(seen -> seen.key().address().equals(address))),
                latest(of(user).filter(seen -> seen.key().program().equals(program))));
    }

    @Override
    public void remember(UserId user, AddressBlock address, String program, Instant now) {
        Key key = new Key(user, address, program);
        rows.put(key, new Seen(key, now));
        of(user).sorted(Comparator.comparing(Seen::at).reversed())
                .skip(MOST)
                .toList()
                .forEach(old -> rows.remove(old.key()));
    }

    void forget(UserId user) {
        of(user).toList().forEach(seen -> rows.remove(seen.key()));
    }

    private Stream<Seen> of(UserId user) {
        return rows.all().filter(seen -> seen.key().user().equals(user));
    }

    private static Optional<Instant> latest(Stream<Seen> seen) {
        return seen.map(Seen::at).max(Comparator.naturalOrder());
    }
}
