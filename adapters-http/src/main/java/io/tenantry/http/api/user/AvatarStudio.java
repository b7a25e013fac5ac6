package io.tenantry.http.api.user;

import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.UserId;
import io.tenantry.http.wire.WireFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Makes avatars of what users upload. Two at a time, and one of each user: a picture of the largest size takes a second and
 * some megabytes. Nobody waits for a place, for that would hold a thread. Whatever is wrong with a file, it is the file's
 * fault and not the server's. Thread-safe.
 */
final class AvatarStudio {
    private static final int AT_ONCE = 2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore places;
    private final Set<UserId> inside = ConcurrentHashMap.newKeySet();

    AvatarStudio() {
        this(AT_ONCE);
    }

    /** @param atOnce how many pictures are decoded at the same time */
    AvatarStudio(int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /**
     * @param of whose picture it is to be
     * @param format which the file is said to have
     * @throws WireFailure 400 if the file cannot be used
     * @throws Overloaded if there is no place, or another picture of the user's is being decoded
     */
    Avatar avatar(UserId of, byte[] file, PictureFormat format) {
        if (!format.begins(file)) {
            throw WireFailure.invalidPicture();
        }
        if (!inside.add(of)) {
            throw new Overloaded(RETRY_AFTER);
        }
        try {
            return inTurn(file, format);
        } finally {
            inside.remove(of);
        }
    }

    private Avatar inTurn(byte[] file, PictureFormat format) {
        if (!places.tryAcquire()) {
            throw new Overloaded(RETRY_AFTER);
        }
        try {
            return new Avatar(Thumbnail.of(PictureFile.open(file, format)));
        } catch (IOException | RuntimeException brokenOrHostile) {
            throw WireFailure.invalidPicture();
        } finally {
            places.release();
        }
    }
}
