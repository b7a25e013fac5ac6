package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.user.UserId;
import io.tenantry.http.wire.WireFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AvatarStudioTest {
    private static final byte[] PNG = Pictures.png(10, 10);
    private static final UserId USER = somebody();
    private static final int AT_ONCE = 4;

    @Test
    void the_same_file_becomes_the_same_avatar() {
        AvatarStudio studio = new AvatarStudio();
        assertThat(studio.avatar(USER, PNG, PictureFormat.PNG)).isEqualTo(studio.avatar(USER, PNG, PictureFormat.PNG));
    }

    @Test
    @Timeout(2)
    void R_B6_who_finds_no_place_is_to_come_again_and_does_not_wait() {
        AvatarStudio full = new AvatarStudio(0);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> full.avatar(USER, PNG, PictureFormat.PNG))
                    .isInstanceOf(Overloaded.class)
                    .hasMessage("Too many costly operations at once");
        }
    }

    @Test
    @Timeout(60)
    void R_B6_one_picture_of_a_user_is_decoded_at_a_time() throws Exception {
        assertThat(decodedAtOnce(() -> USER)).isBetween(1, AT_ONCE - 1);
        assertThat(decodedAtOnce(AvatarStudioTest::somebody)).isEqualTo(AT_ONCE);
    }

    @Test
    void a_broken_picture_gives_its_place_back() {
        AvatarStudio small = new AvatarStudio(1);
        byte[] broken = Pictures.pngOf(Pictures.chunk("IEND"));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> small.avatar(USER, broken, PictureFormat.PNG))
                    .isInstanceOf(WireFailure.class);
        }
        assertThat(small.avatar(USER, PNG, PictureFormat.PNG).png()).isNotEmpty();
    }

    /** How many pictures are taken of as many as there are places for. */
    private static int decodedAtOnce(Supplier<UserId> users) throws Exception {
        AvatarStudio studio = new AvatarStudio(AT_ONCE);
        byte[] large = Pictures.grayPng(4096, 4096, 4096);
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Callable<Boolean>> uploads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            UserId user = users.get();
            uploads.add(() -> {
                start.await();
                return taken(studio, user, large);
            });
        }
        int taken = 0;
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Boolean> upload : pool.invokeAll(uploads)) {
                taken += upload.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        return taken;
    }

    private static boolean taken(AvatarStudio studio, UserId user, byte[] file) {
        try {
            return studio.avatar(user, file, PictureFormat.PNG).png().length > 0;
        } catch (Overloaded busy) {
            return false;
        }
    }

    private static UserId somebody() {
        return new UserId(UUID.randomUUID());
    }
}
