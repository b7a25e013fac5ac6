package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.ReadAvatar;
import io.tenantry.domain.user.StoreAvatar;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Also of storing it and taking it away. */
class ReadAvatarTest {

    private static final Avatar PICTURE = new Avatar(new byte[] {1, 2, 3});

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private Tenant acme;
    private Principal ada;
    private Principal grace;

    @BeforeEach
    void ada_has_a_company_and_a_picture() {
        acme = tenantry.registerCompany("Acme", ADA).tenant();
        ada = account.signedIn(ADA);
        tenantry.registerVerifiedUser(GRACE);
        grace = account.signedIn(GRACE);
        store(ada, PICTURE);
    }

    @Test
    void a_user_sees_their_own_picture_and_its_tag_in_their_profile() {
        assertThat(read(ada, ada.user())).isEqualTo(PICTURE);
        assertThat(profile().avatar()).contains(PICTURE.tag());
    }

    @Test
    void a_second_picture_takes_the_place_of_the_first() {
        Avatar second = new Avatar(new byte[] {4});

        store(ada, second);

        assertThat(read(ada, ada.user())).isEqualTo(second);
        assertThat(profile().avatar()).contains(second.tag());
    }

    @Test
    void a_picture_that_was_taken_away_is_not_found_and_may_be_taken_away_again() {
        tenantry.useCases().users().removeAvatar().remove(ada);
        tenantry.useCases().users().removeAvatar().remove(ada);

        assertThatThrownBy(() -> read(ada, ada.user())).isInstanceOf(NotFound.class);
        assertThat(profile()).isEqualTo(Profile.UNSAID);
    }

    @Test
    void who_shares_a_tenant_sees_it_whatever_their_role() {
        tenantry.join(userOf(grace), acme, Role.MEMBER);

        assertThat(read(grace, ada.user())).isEqualTo(PICTURE);
    }

    @Test
    void R8_2_2_a_strangers_picture_and_one_that_there_is_not_are_both_not_found() {
        assertThatThrownBy(() -> read(grace, ada.user())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read(ada, grace.user())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read(ada, UserFixture.aUser().id())).isInstanceOf(NotFound.class);

        tenantry.join(userOf(grace), acme, Role.MEMBER);
        assertThatThrownBy(() -> read(ada, grace.user())).isInstanceOf(NotFound.class);
    }

    @Test
    void R7_4_2_who_shares_only_a_suspended_tenant_sees_it_not() {
        tenantry.join(userOf(grace), acme, Role.MEMBER);
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> read(grace, ada.user())).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_is_no_more_can_store_none() {
        Principal nobody =
                new Principal(UserFixture.aUser().id(), ada.session(), Optional.empty(), Optional.empty(), false);

        assertThatThrownBy(() -> store(nobody, PICTURE)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> read(nobody, ada.user())).isInstanceOf(NotFound.class);
    }

    private User userOf(Principal principal) {
        return tenantry.useCases().users().whoAmI().whoAmI(principal).user();
    }

    private Profile profile() {
        return tenantry.useCases().users().whoAmI().whoAmI(ada).profile();
    }

    private void store(Principal by, Avatar picture) {
        tenantry.useCases().users().storeAvatar().store(new StoreAvatar.Command(by, picture));
    }

    private Avatar read(Principal by, UserId of) {
        return tenantry.useCases().users().readAvatar().read(new ReadAvatar.Command(by, of));
    }
}
