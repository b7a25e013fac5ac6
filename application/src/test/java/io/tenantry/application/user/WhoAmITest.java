package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.WhoAmI.Self;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoAmITest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void a_member_sees_the_current_tenant_and_all_memberships_those_in_suspended_tenants_too() {
        Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
        SignedIn signedIn = tenantry.signIn(ADA);
        Tenant other = tenantry.registerCompany("Other", EmailAddress.of("other@example.org"))
                .tenant();
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.join(signedIn.user(), other, Role.MEMBER);
        tenantry.change(other, TenantStatus.SUSPENDED);

        Self self = whoAmI(tenantry.authenticate(signedIn));

        assertThat(self.user()).isEqualTo(signedIn.user());
        assertThat(self.current()).map(TenantMembership::tenant).contains(acme);
        assertThat(self.memberships())
                .extracting(in -> in.tenant().id(), TenantMembership::role)
                .containsExactly(tuple(acme.id(), Role.OWNER), tuple(other.id(), Role.MEMBER));
    }

    @Test
    void a_user_without_a_tenant_sees_none() {
        tenantry.registerVerifiedUser(ADA);

        Self self = whoAmI(tenantry.authenticate(tenantry.signIn(ADA)));

        assertThat(self.current()).isEmpty();
        assertThat(self.memberships()).isEmpty();
    }

    @Test
    void whoever_is_no_more_is_not_authenticated() {
        tenantry.registerVerifiedUser(ADA);
        Principal ada = tenantry.authenticate(tenantry.signIn(ADA));
        Principal nobody =
                new Principal(UserFixture.aUser().id(), ada.session(), Optional.empty(), Optional.empty(), false);

        assertThatThrownBy(() -> whoAmI(nobody)).isInstanceOf(Unauthenticated.class);
    }

    private Self whoAmI(Principal principal) {
        return tenantry.useCases().users().whoAmI().whoAmI(principal);
    }
}
