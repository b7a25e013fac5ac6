package io.tenantry.persistence.encryption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Seals all secrets at rest by the current key, while servers are at work that have it too. Two rounds over each column: one by
 * hundreds that waits for nobody, and one that takes what was held then, a row at a time. Whoever stops it loses nothing, and what is
 * left is done by the next.
 */
public final class Resealing {

    private static final int BATCH = 200;

    private final Jdbi owner;
    private final Encryption encryption;
    private final LongConsumer onProgress;
    private final List<String> unopened = new ArrayList<>();
    private long sealed;

    /**
     * @param owner for statements on the control plane, with the rights of its owner
     * @param onProgress hears how many are done, after each batch
     */
    public Resealing(Jdbi owner, Encryption encryption, LongConsumer onProgress) {
        this.owner = owner;
        this.encryption = encryption;
        this.onProgress = onProgress;
    }

    /**
     * What came of it.
     *
     * @param sealed how many were sealed anew
     * @param unopened what no key opens, by row
     * @param left how many another key has sealed all the same: some server still does
     */
    public record Done(long sealed, List<String> unopened, long left) {}

    public Done run() {
        SealedColumn.ALL.forEach(column -> round(column, false));
        SealedColumn.ALL.forEach(column -> round(column, true));
        long old = SealedColumn.ALL.stream().mapToLong(this::count).sum();
        List<String> closed = unopened.stream().distinct().toList();
        return new Done(sealed, closed, Math.max(0, old - closed.size()));
    }

    private void round(SealedColumn column, boolean waiting) {
        Optional<String> after = Optional.empty();
        do {
            after = batch(column, after, waiting);
        } while (after.isPresent());
    }

    /** The key of the last of them; empty if there was none. */
    private Optional<String> batch(SealedColumn column, Optional<String> after, boolean waiting) {
        Optional<String> last = inScope(handle -> {
            List<Secret> secrets = read(handle, column, after, waiting);
            secrets.forEach(secret -> seal(handle, column, secret));
            return secrets.stream().reduce((one, next) -> next).map(Secret::id);
        });
        onProgress.accept(sealed);
        return last;
    }

    private List<Secret> read(Handle handle, SealedColumn column, Optional<String> after, boolean waiting) {
        return handle.createQuery(column.select(after.isPresent(), waiting))
                .bind("mark", encryption.currentMark())
                .bind("after", after.orElse(""))
                .bind("limit", waiting ? 1 : BATCH)
                .map((row, context) -> new Secret(row.getString("id"), row.getBytes("sealed")))
                .list();
    }

    private void seal(Handle handle, SealedColumn column, Secret secret) {
        try {
            byte[] anew = encryption.sealAnew(secret.sealed(), column.row(secret.id()));
            sealed += handle.createUpdate(column.update())
                    .bind("anew", anew)
                    .bind("id", secret.id())
                    .bind("sealed", secret.sealed())
                    .execute();
        } catch (Encryption.DoesNotOpen foreign) {
            unopened.add(column.row(secret.id()));
        }
    }

    private long count(SealedColumn column) {
        return inScope(handle -> handle.createQuery(column.count())
                .bind("mark", encryption.currentMark())
                .mapTo(Long.class)
                .one());
    }

    private <T> T inScope(HandleCallback<T, RuntimeException> work) {
        return owner.inTransaction(handle -> {
            handle.execute("set local tenantry.scope = 'all'");
            return work.withHandle(handle);
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
    private record Secret(String id, byte[] sealed) {}
}
