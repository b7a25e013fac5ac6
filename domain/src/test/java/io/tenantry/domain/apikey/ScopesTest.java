package io.tenantry.domain.apikey;

import static io.tenantry.domain.apikey.ApiKeyFixture.scopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "keys:read", "keys:*", "my-app_2:do-this_2", "x:*"})
    void a_scope_is_a_resource_and_an_action(String typed) {
        assertThat(Scope.isScope(typed)).isTrue();
        assertThat(new Scope(typed)).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "a",
                "a:",
                ":b",
                "*:read",
                "A:b",
                "a:B",
                "1a:b",
                "a:b:c",
                "a b:c",
                "a:b ",
                "a:b\n",
                "ä:b",
                "a:\u0000",
                "a,b:c",
                "a:\"b\""
            })
    void anything_else_is_none(String typed) {
        assertThat(Scope.isScope(typed)).isFalse();
        assertThatThrownBy(() -> new Scope(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_scope_has_a_hundred_characters_at_most() {
        assertThat(Scope.isScope("a:" + "b".repeat(98))).isTrue();
        assertThat(Scope.isScope("a:" + "b".repeat(99))).isFalse();
    }

    @Test
    void a_scope_covers_itself_and_the_star_every_action_on_the_same_resource() {
        assertThat(new Scope("keys:read").covers(new Scope("keys:read"))).isTrue();
        assertThat(new Scope("keys:*").covers(new Scope("keys:read"))).isTrue();
        assertThat(new Scope("keys:*").covers(new Scope("keys:*"))).isTrue();

        assertThat(new Scope("keys:read").covers(new Scope("keys:*"))).isFalse();
        assertThat(new Scope("keys:read").covers(new Scope("keys:readall"))).isFalse();
        assertThat(new Scope("keys:*").covers(new Scope("keys2:read"))).isFalse();
        assertThat(new Scope("key:*").covers(new Scope("keys:read"))).isFalse();
        assertThat(new Scope("keys:r*").covers(new Scope("keys:read"))).isFalse();
    }

    @Test
    void scopes_cover_others_if_each_of_these_is_covered() {
        assertThat(scopes("keys:*", "a:b").cover(scopes("keys:read", "keys:write", "a:b")))
                .isTrue();
        assertThat(scopes("keys:*").cover(scopes("keys:read", "a:b"))).isFalse();
        assertThat(scopes("keys:read").cover(Scopes.NONE)).isTrue();
        assertThat(Scopes.NONE.cover(scopes("keys:read"))).isFalse();
    }

    @Test
    void fifty_are_the_most_none_twice_in_the_order_of_the_alphabet() {
        assertThat(new Scopes(many(50)).values()).hasSize(50);
        assertThatThrownBy(() -> new Scopes(many(51))).isInstanceOf(IllegalArgumentException.class);
        assertThat(scopes("b:a", "a:c", "a:b")).hasToString("a:b a:c b:a");
    }

    @Test
    void R8_3_3_within_a_role_is_of_tenantrys_own_what_that_role_may_do() {
        Scopes all = new Scopes(Stream.of(Permission.values())
                .map(Permission::scope)
                .flatMap(Optional::stream)
                .map(Scope::new)
                .collect(Collectors.toSet()));
        for (Role role : Role.values()) {
            Scopes within = all.within(role);

            assertThat(Stream.of(Permission.values())
                            .filter(permission -> permission.scope().isPresent()))
                    .as("%s", role)
                    .allMatch(permission ->
                            within.cover(new Scope(permission.scope().orElseThrow())) == role.may(permission));
        }
        assertThat(all.within(Role.ADMIN)).isEqualTo(all);
        assertThat(all.within(Role.MEMBER)).isEqualTo(scopes("tenant:read", "members:read"));
    }

    @Test
    void R8_3_3_a_star_is_within_a_role_only_if_all_that_it_stands_for_is() {
        assertThat(scopes("members:*", "keys:*", "tenant:read").within(Role.MEMBER))
                .isEqualTo(scopes("tenant:read"));
        assertThat(scopes("members:*", "keys:*").within(Role.ADMIN)).isEqualTo(scopes("members:*", "keys:*"));
    }

    @Test
    void the_hosts_own_are_within_every_role() {
        for (Role role : Role.values()) {
            assertThat(scopes("reports:*", "billing:pay").within(role)).isEqualTo(scopes("reports:*", "billing:pay"));
        }
    }

    @Test
    void within_others_is_what_both_give() {
        assertThat(scopes("keys:*", "a:b", "c:d").within(scopes("keys:read", "a:*", "e:f")))
                .isEqualTo(scopes("keys:read", "a:b"));
        assertThat(scopes("keys:*").within(scopes("keys:*"))).isEqualTo(scopes("keys:*"));
        assertThat(scopes("keys:*").within(Scopes.NONE)).isEqualTo(Scopes.NONE);
        assertThat(Scopes.NONE.within(scopes("keys:*"))).isEqualTo(Scopes.NONE);
    }

    @Test
    void of_two_long_lists_what_both_give_is_no_longer_than_a_list_may_be() {
        Scopes one = listed("a:*", "b:b", 49);
        Scopes other = listed("b:*", "a:a", 49);
        Scopes same = listed("a:*", "a:a", 49);

        assertThat(one.within(other).values())
                .hasSize(Scopes.MOST)
                .allMatch(one::cover)
                .allMatch(other::cover);
        assertThat(same.within(listed("a:*", "a:c", 49))).isEqualTo(scopes("a:*"));
    }

    private static Scopes listed(String wide, String stem, int count) {
        return scopes(Stream.concat(Stream.of(wide), IntStream.range(0, count).mapToObj(number -> stem + number))
                .toArray(String[]::new));
    }

    private static Set<Scope> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Scope("resource:action" + number))
                .collect(Collectors.toSet());
    }
}
