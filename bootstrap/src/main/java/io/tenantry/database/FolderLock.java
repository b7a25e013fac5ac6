package io.tenantry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file of the data folder, held until closed or until the process ends, however it ends.
 *
 * <p>The operating system's file locks belong to a process, and all of them on a file go when the process closes the file
 * anywhere. So this JVM's own are counted here as well: a file that is held is never opened a second time.
 */
public final class FolderLock implements AutoCloseable {

    private static final Set<StandardOpenOption> READ_WRITE =
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private FileLock lock;

    private FolderLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock for nobody else; empty if anybody has it. */
    public static Optional<FolderLock> exclusive(DataFolder folder, String name) {
        return tryLock(folder, name, false);
    }

    /** The lock together with others who take it so; empty if somebody has it for themselves. */
    static Optional<FolderLock> shared(DataFolder folder, String name) {
        return tryLock(folder, name, true);
    }

    /** Makes a shared lock one for nobody else. False, and the lock is gone, if others share it. */
    boolean tryUpgrade() {
        try {
            lock.release();
            lock = channel.tryLock();
            return lock != null;
        } catch (IOException unlockable) {
            throw new DatabaseFailure("the file " + file + " cannot be locked", unlockable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unclosable) {
            throw new DatabaseFailure("the lock " + file + " cannot be given back", unclosable);
        } finally {
            HELD.remove(file);
        }
    }

    private static Optional<FolderLock> tryLock(DataFolder folder, String name, boolean shared) {
        Path file = folder.path().resolve(name);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<FolderLock> locked = Optional.empty();
        try {
            locked = open(file, shared);
            return locked;
        } catch (IOException unlockable) {
            throw new DatabaseFailure("the file " + file + " cannot be locked", unlockable);
        } finally {
            if (locked.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<FolderLock> open(Path file, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(file, READ_WRITE, DataFolder.fileMode());
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(file, channel, lock));
    }
}
