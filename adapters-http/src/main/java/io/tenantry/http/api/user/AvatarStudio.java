package io.tenantry.http.api.user;

import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.user.Avatar;
import io.tenantry.http.wire.WireFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes avatars of what users upload. Two at a time: a picture of the largest size takes a second and some megabytes. Whatever
 * is wrong with a file, it is the file's fault and not the server's. Thread-safe.
 */
final class AvatarStudio {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Duration patience;

    AvatarStudio() {
        this(AT_ONCE, PATIENCE);
    }

    /**
     * @param atOnce how many pictures are decoded at the same time
     * @param patience how long one waits for its turn
     */
    AvatarStudio(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce);
        this.patience = patience;
    }

    /**
     * @param format which the file is said to have
     * @throws WireFailure 400 if the file cannot be used
     * @throws Overloaded if too many others wait
     */
    Avatar avatar(byte[] file, PictureFormat format) {
        if (!format.begins(file)) {
            throw WireFailure.invalidPicture();
        }
        enter();
        try {
            return new Avatar(Thumbnail.of(PictureFile.open(file, format)));
        } catch (IOException | RuntimeException brokenOrHostile) {
            throw WireFailure.invalidPicture();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Overloaded(Duration.ofSeconds(1));
    }
}
