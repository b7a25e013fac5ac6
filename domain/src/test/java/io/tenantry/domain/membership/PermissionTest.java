package io.tenantry.domain.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTest {

    /** The table of the contract: by owner, admin, member, and the scope of an API key. */
    @ParameterizedTest
    @CsvSource({
        "SEE_TENANT,      true, true,  true,  tenant:read",
        "SEE_MEMBERS,     true, true,  true,  members:read",
        "CHANGE_TENANT,   true, true,  false, tenant:write",
        "DELETE_TENANT,   true, false, false,",
        "MANAGE_OWNERS,   true, false, false,",
        "MANAGE_MEMBERS,  true, true,  false, members:write",
        "READ_API_KEYS,   true, true,  false, keys:read",
        "MANAGE_API_KEYS, true, true,  false, keys:write",
        "READ_AUDIT,      true, true,  false, audit:read",
        "MANAGE_WEBHOOKS, true, true,  false, webhooks:write",
        "LEAVE,           true, true,  true,"
    })
    void R8_2_1_each_role_may_what_the_table_says(
            Permission permission, boolean owner, boolean admin, boolean member, String scope) {
        assertThat(Role.OWNER.may(permission)).isEqualTo(owner);
        assertThat(Role.ADMIN.may(permission)).isEqualTo(admin);
        assertThat(Role.MEMBER.may(permission)).isEqualTo(member);
        assertThat(permission.scope()).isEqualTo(Optional.ofNullable(scope));
    }

    @Test
    void the_table_above_has_a_row_for_every_permission() {
        assertThat(Permission.values()).hasSize(11);
        assertThat(Arrays.stream(Permission.values()).flatMap(permission -> permission.scope().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER, true",
        "OWNER, ADMIN, true",
        "OWNER, MEMBER, true",
        "ADMIN, OWNER, false",
        "ADMIN, ADMIN, true",
        "ADMIN, MEMBER, true",
        "MEMBER, OWNER, false",
        "MEMBER, ADMIN, false",
        "MEMBER, MEMBER, false"
    })
    void owners_manage_all_admins_all_but_owners_and_members_nobody(Role who, Role whom, boolean manages) {
        assertThat(who.manages(whom)).isEqualTo(manages);
    }

    @Test
    void a_role_is_read_back_from_its_word_and_from_no_other() {
        assertThat(Role.values()).allMatch(role -> Role.ofWord(role.word()) == role);
        assertThatIllegalArgumentException().isThrownBy(() -> Role.ofWord("root"));
        assertThatIllegalArgumentException().isThrownBy(() -> Role.ofWord(""));
    }
}
