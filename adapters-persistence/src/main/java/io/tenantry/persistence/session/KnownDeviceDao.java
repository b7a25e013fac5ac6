package io.tenantry.persistence.session;

import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.KnownDevices.Familiarity;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiKnownDevices}. */
@RegisterConstructorMapper(Familiarity.class)
@RegisterRowMapper(KnownDeviceRow.class)
public interface KnownDeviceDao {

    @SqlQuery("""
            select count(*) > 0 as "any",
                   max(last_seen_at) filter (where address = :address) as from_address,
                   max(last_seen_at) filter (where program = :program) as by_program
              from <control>.known_device
             where user_id = :user""")
    Familiarity familiarity(UserId user, AddressBlock address, String program);

    @SqlUpdate("""
            insert into <control>.known_device as d (user_id, address, program, last_seen_at)
            values (:user, :address, :program, :now)
            on conflict (user_id, address, program)
               do update set last_seen_at = greatest(d.last_seen_at, excluded.last_seen_at)""")
    void remember(UserId user, AddressBlock address, String program, Instant now);

    /** Those that another sign-in is just noting are left to a later time. */
    @SqlUpdate("""
            with old as (
                select address, program from <control>.known_device
                 where user_id = :user
                 order by last_seen_at desc
                offset :kept
                   for update skip locked)
            delete from <control>.known_device d using old
             where d.user_id = :user and d.address = old.address and d.program = old.program""")
    void removeOldest(UserId user, int kept);

    @SqlQuery("""
            select address, program, last_seen_at from <control>.known_device
             where user_id = :user
             order by last_seen_at desc, address, program""")
    List<KnownDevice> of(UserId user);

    @SqlUpdate("delete from <control>.known_device where user_id = :user")
    void forgetAll(UserId user);
}
