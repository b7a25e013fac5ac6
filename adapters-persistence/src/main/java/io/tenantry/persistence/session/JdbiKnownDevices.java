package io.tenantry.persistence.session;

import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;

/** Devices in the table {@code known_device}. */
public final class JdbiKnownDevices implements KnownDevices {

    private static final int KEPT = 50;

    private final Dao<KnownDeviceDao> devices;

    public JdbiKnownDevices(CurrentTransaction current) {
        this.devices = new Dao<>(current, KnownDeviceDao.class);
    }

    @Override
    public Familiarity familiarity(UserId user, AddressBlock address, String program) {
        return devices.get(dao -> dao.familiarity(user, address, program));
    }

    @Override
    public void remember(UserId user, AddressBlock address, String program, Instant now) {
        devices.run(dao -> {
            dao.remember(user, address, program, now);
            dao.removeOldest(user, KEPT);
        });
    }

    @Override
    public List<KnownDevice> of(UserId user) {
        return devices.get(dao -> dao.of(user));
    }

    @Override
    public void forgetAll(UserId user) {
        devices.run(dao -> dao.forgetAll(user));
    }
}
