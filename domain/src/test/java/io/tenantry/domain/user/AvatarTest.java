package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AvatarTest {

    private final Avatar avatar = new Avatar(new byte[] {1, 2, 3});

    @Test
    void its_tag_is_16_hexadecimal_digits_and_changes_with_the_picture() {
        assertThat(avatar.tag()).matches("[0-9a-f]{16}");
        assertThat(new Avatar(new byte[] {1, 2, 3}).tag()).isEqualTo(avatar.tag());
        assertThat(new Avatar(new byte[] {1, 2, 4}).tag()).isNotEqualTo(avatar.tag());
    }

    @Test
    void it_cannot_be_changed_from_outside() {
        byte[] given = {1, 2, 3};
        Avatar kept = new Avatar(given);
        given[0] = 9;
        kept.png()[1] = 9;

        assertThat(kept.png()).containsExactly(1, 2, 3);
        assertThat(kept).isEqualTo(avatar).hasSameHashCodeAs(avatar);
    }

    @Test
    void it_shows_its_tag_alone() {
        assertThat(avatar).hasToString("Avatar[" + avatar.tag() + "]");
    }
}
