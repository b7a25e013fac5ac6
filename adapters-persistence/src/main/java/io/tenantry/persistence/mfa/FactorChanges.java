package io.tenantry.persistence.mfa;

import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.change.Change;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Tells every node of a change to a user's second factors, when the transaction under way commits. */
public final class FactorChanges {

    private final CurrentTransaction current;
    private final Dao<FactorChangeDao> changes;

    public FactorChanges(CurrentTransaction current) {
        this.current = current;
        this.changes = new Dao<>(current, FactorChangeDao.class);
    }

    public void tell(UserId user) {
        current.changes(Change.of(user));
        changes.run(dao -> dao.tell(user));
    }

    /** The SQL of it. */
    public interface FactorChangeDao {

        @SqlQuery("select pg_notify(<channel>, 'user:' || :user::text)::text")
        String tell(UserId user);
    }
}
