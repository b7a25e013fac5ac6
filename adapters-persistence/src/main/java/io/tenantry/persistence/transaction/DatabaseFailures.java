package io.tenantry.persistence.transaction;

import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.Unavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says in the core's words what the database refuses: {@link Unavailable}, for whatever may go well when tried again; an
 * {@link IllegalStateException} where the program reached for rows that are not in its scope; {@link LastOwner} where a tenant
 * would be left without one.
 */
public final class DatabaseFailures {

    /** Another transaction was in the way: serialization failure, deadlock, a lock that could not be had. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration LATER = Duration.ofSeconds(2);

    /** No connection: a standby that takes over needs a while. */
    private static final Duration WHEN_BACK = Duration.ofSeconds(5);

    /** The constraint by which a tenant always has an owner. */
    private static final String OWNERS = "tenant_has_owner";

    private static final Pattern SHARD = Pattern.compile("_[0-9]+$");

    private DatabaseFailures() {}

    /** Does the work; what Jdbi throws because of the database leaves it translated, all else as it is. */
    public static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException failed) {
            throw translated(failed);
        }
    }

    /** The same for what did not come through Jdbi. */
    public static RuntimeException translated(SQLException failed) {
        if (OWNERS.equals(constraint(failed))) {
            return new LastOwner();
        }
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        return switch (state) {
            case "42501" ->
                new IllegalStateException("the database refuses this to the scope and role at hand", failed);
            case "40001", "40P01", "55P03" -> new Unavailable(SOON, failed);
            default -> new Unavailable(isConnection(failed, state) ? WHEN_BACK : LATER, failed);
        };
    }

    private static RuntimeException translated(JdbiException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return translated(sql);
            }
        }
        return failed;
    }

    /** The name of the constraint that is violated, without the number that a distributed engine appends; empty if it is none. */
    private static String constraint(SQLException failed) {
        return Optional.of(failed)
                .filter(PSQLException.class::isInstance)
                .map(refused -> ((PSQLException) refused).getServerErrorMessage())
                .map(ServerErrorMessage::getConstraint)
                .map(name -> SHARD.matcher(name).replaceFirst(""))
                .orElse("");
    }

    private static boolean isConnection(SQLException failed, String state) {
        return failed instanceof SQLTransientConnectionException
                || failed instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P");
    }
}
