package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Overloaded;
import io.tenantry.http.wire.WireFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AvatarStudioTest {
    private static final byte[] PNG = Pictures.png(10, 10);

    @Test
    void the_same_file_becomes_the_same_avatar() {
        AvatarStudio studio = new AvatarStudio();
        assertThat(studio.avatar(PNG, PictureFormat.PNG)).isEqualTo(studio.avatar(PNG, PictureFormat.PNG));
    }

    @Test
    void R_B6_who_finds_no_place_in_time_is_to_come_again() {
        AvatarStudio full = new AvatarStudio(0, Duration.ZERO);
        assertThatThrownBy(() -> full.avatar(PNG, PictureFormat.PNG)).isInstanceOf(Overloaded.class);
    }

    @Test
    void a_broken_picture_gives_its_place_back() {
        AvatarStudio small = new AvatarStudio(1, Duration.ZERO);
        byte[] broken = Pictures.pngOf(Pictures.chunk("IEND"));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> small.avatar(broken, PictureFormat.PNG)).isInstanceOf(WireFailure.class);
        }
        assertThat(small.avatar(PNG, PictureFormat.PNG).png()).isNotEmpty();
    }
}
