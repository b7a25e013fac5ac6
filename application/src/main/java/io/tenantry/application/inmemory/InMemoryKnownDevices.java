package io.tenantry.application.inmemory;

import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryKnownDevices implements KnownDevices {

    private static final int MOST = 50;

    private record Key(UserId user, AddressBlock address, String program) {}

    private record Seen(Key key, Instant at) {}

    private static final Comparator<Seen> LAST_FIRST =
            Comparator.comparing(Seen::at).reversed();

    private final InMemoryRows<Key, Seen> rows;

    InMemoryKnownDevices(InMemoryTransactions transactions) {
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public Familiarity familiarity(UserId user, AddressBlock address, String program) {
        return new Familiarity(
                seenOf(user).findAny().isPresent(),
                latest(seenOf(user).filter(seen -> seen.key().address().equals(address))),
                latest(seenOf(user).filter(seen -> seen.key().program().equals(program))));
    }

    @Override
    public void remember(UserId user, AddressBlock address, String program, Instant now) {
        Key key = new Key(user, address, program);
        rows.put(key, new Seen(key, now));
        seenOf(user).sorted(LAST_FIRST).skip(MOST).toList().forEach(old -> rows.remove(old.key()));
    }

    @Override
    public List<KnownDevice> of(UserId user) {
        return seenOf(user)
                .sorted(LAST_FIRST)
                .map(seen -> new KnownDevice(seen.key().address(), seen.key().program(), seen.at()))
                .toList();
    }

    @Override
    public void forgetAll(UserId user) {
        seenOf(user).toList().forEach(seen -> rows.remove(seen.key()));
    }

    private Stream<Seen> seenOf(UserId user) {
        return rows.all().filter(seen -> seen.key().user().equals(user));
    }

    private static Optional<Instant> latest(Stream<Seen> seen) {
        return seen.map(Seen::at).max(Comparator.naturalOrder());
    }
}
