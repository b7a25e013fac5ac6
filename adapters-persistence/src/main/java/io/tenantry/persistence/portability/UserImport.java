package io.tenantry.persistence.portability;

import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes over the users of another program, from a file of one JSON object a line. Each thousand is a transaction of its own; who
 * has an address that is known is skipped, so an import that was cut off can be run again. Not safe for use by several threads.
 */
public final class UserImport {

    private static final int BATCH = 1_000;

    /** In bytes: far more than the longest values take. */
    private static final int LONGEST_LINE = 16 * 1024;

    private final Jdbi jdbi;
    private final SecureRandom random = new SecureRandom();
    private final boolean forGood;
    private final Consumer<RefusedLine> onRefusal;
    private final Consumer<Summary> onProgress;
    private final List<ImportedUser> batch = new ArrayList<>(BATCH);
    private Summary summary = new Summary(0, 0, 0);

    /** How many lines became users, how many told of users who are there, and how many could not be used. */
    public record Summary(long imported, long skipped, long refused) {}

    /**
     * @param database connects as the server's role, or as the owner of the tables
     * @param forGood false: only to see what would become of each line; then addresses that stand twice are found only where
     *     they stand near to one another
     * @param onRefusal hears of each line that became no user
     * @param onProgress hears of how far it is, after each batch
     */
    public UserImport(
            DataSource database,
            String schema,
            boolean forGood,
            Consumer<RefusedLine> onRefusal,
            Consumer<Summary> onProgress) {
        this.jdbi = ControlJdbi.on(database, new ControlSchema(schema));
        this.forGood = forGood;
        this.onRefusal = onRefusal;
        this.onProgress = onProgress;
    }

    /**
     * @throws IOException if the file cannot be read on; what was imported stays
     * @throws io.tenantry.domain.failure.Unavailable if the database refuses; what was imported before stays
     */
    public Summary run(InputStream file) throws IOException {
        Lines lines = new Lines(file, LONGEST_LINE);
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            take(line.get());
            if (batch.size() == BATCH) {
                store();
            }
        }
        store();
        return summary;
    }

    private void take(Lines.Line line) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try {
            byte[] bytes = line.bytes().orElseThrow(() -> new UnusableLine("longer than 16 KiB"));
            if (!isBlank(bytes)) {
                batch.add(UserLine.read(line.number(), bytes, now, random));
            }
        } catch (UnusableLine unusable) {
            summary = new Summary(summary.imported(), summary.skipped(), summary.refused() + 1);
            onRefusal.accept(RefusedLine.refused(line.number(), unusable.getMessage()));
        }
    }

    private void store() {
        Set<UUID> added = DatabaseFailures.translating(() -> jdbi.withHandle(this::inTransaction));
        batch.stream()
                .filter(user -> !added.contains(user.id().value()))
                .forEach(known -> onRefusal.accept(RefusedLine.skipped(known.line())));
        summary = new Summary(
                summary.imported() + added.size(), summary.skipped() + batch.size() - added.size(), summary.refused());
        batch.clear();
        onProgress.accept(summary);
    }

    private Set<UUID> inTransaction(Handle handle) {
        if (forGood) {
            return handle.inTransaction(this::insert);
        }
        handle.begin();
        Set<UUID> added = insert(handle);
        handle.rollback();
        return added;
    }

    private Set<UUID> insert(Handle handle) {
        UserImportDao dao = handle.attach(UserImportDao.class);
        Set<UUID> added = new HashSet<>(insertUsers(dao));
        List<ImportedUser> withPassword = batch.stream()
                .filter(user -> added.contains(user.id().value()) && user.hash().isPresent())
                .toList();
        dao.insertCredentials(
                column(withPassword, user -> user.id().toString()),
                column(withPassword, user -> user.hash().orElseThrow()));
        return added;
    }

    private List<UUID> insertUsers(UserImportDao dao) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return dao.insertUsers(
                column(batch, user -> user.id().toString()),
                column(batch, user -> user.email().value()),
                column(batch, user -> user.email().canonical()),
                column(batch, user -> user.name().first().orElse(null)),
                column(batch, user -> user.name().last().orElse(null)),
                column(batch, user -> user.name().full()),
                column(batch, user -> user.emailVerified() ? now.toString() : null),
                column(batch, user -> user.createdAt().toString()),
                now);
    }

    private static String[] column(List<ImportedUser> users, Function<ImportedUser, String> value) {
        return users.stream().map(value).toArray(String[]::new);
    }

    private static boolean isBlank(byte[] line) {
        for (byte letter : line) {
            if (letter != ' ' && letter != '\r' && letter != '\t') {
                return false;
            }
        }
        return true;
    }
}
