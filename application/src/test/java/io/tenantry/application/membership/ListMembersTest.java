package io.tenantry.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListMembersTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");

    @Test
    void members_see_all_members_in_the_order_in_which_they_joined_page_by_page() {
        User admin = tenancy.join(acme, Role.ADMIN);
        User member = tenancy.join(acme, Role.MEMBER);
        tenancy.join(tenancy.company("Beta"), Role.MEMBER);
        Principal by = tenancy.signedIn(member);

        Page<Member> first = list(by, new PageRequest(Optional.empty(), 2));
        Page<Member> second = list(by, new PageRequest(first.next(), 2));

        assertThat(first.items())
                .extracting(one -> one.user().email(), one -> one.membership().role())
                .containsExactly(tuple(acme.contactEmail(), Role.OWNER), tuple(admin.email(), Role.ADMIN));
        assertThat(second.items()).extracting(one -> one.user().id()).containsExactly(member.id());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void when_a_member_was_last_there_is_told() {
        Principal by = tenancy.joined(acme, Role.MEMBER);

        assertThat(list(by, PageRequest.FIRST).items())
                .filteredOn(one -> one.user().id().equals(by.user()))
                .singleElement()
                .satisfies(one -> assertThat(one.membership().lastUsedAt()).contains(tenantry.now()));
    }

    private Page<Member> list(Principal by, PageRequest page) {
        return tenantry.useCases().memberships().listMembers().list(by, acme.id(), page);
    }
}
