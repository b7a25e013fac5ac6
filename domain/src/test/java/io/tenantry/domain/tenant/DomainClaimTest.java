package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainClaimTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final HostName host = new HostName("login.example.org");
    private final DomainClaim claim = claim();

    @Test
    void a_challenge_has_32_characters_and_never_comes_twice() {
        assertThat(claim.challenge()).matches("[A-Za-z0-9_-]{32}");
        assertThat(IntStream.range(0, 100).mapToObj(number -> claim().challenge()))
                .doesNotHaveDuplicates();
        assertThat(claim.createdAt()).isEqualTo(NOW);
    }

    @Test
    void the_record_stands_beside_the_host_and_says_the_challenge() {
        assertThat(claim.recordName()).isEqualTo("_tenantry.login.example.org");
        assertThat(claim.recordText()).isEqualTo("tenantry-verification=" + claim.challenge());
    }

    @Test
    void it_is_shown_by_its_very_text_among_others_and_by_nothing_else() {
        assertThat(claim.isShownBy(Set.of("v=spf1 -all", claim.recordText()))).isTrue();
        assertThat(claim.isShownBy(Set.of())).isFalse();
        assertThat(claim.isShownBy(Set.of(claim.challenge()))).isFalse();
        assertThat(claim.isShownBy(Set.of(claim.recordText() + " "))).isFalse();
        assertThat(claim.isShownBy(Set.of(claim().recordText()))).isFalse();
    }

    @Test
    void a_tenant_sees_a_claim_as_a_domain_that_is_not_verified_and_a_domain_as_one_that_is() {
        Domain domain = DomainFixture.primaryOf(claim.tenant(), host);

        assertThat(TenantDomain.of(claim)).satisfies(shown -> {
            assertThat(shown.verified()).isFalse();
            assertThat(shown.primary()).isFalse();
            assertThat(shown.claim()).contains(claim);
            assertThat(shown.host()).isEqualTo(host);
            assertThat(shown.createdAt()).isEqualTo(NOW);
        });
        assertThat(TenantDomain.of(domain)).satisfies(shown -> {
            assertThat(shown.verified()).isTrue();
            assertThat(shown.primary()).isTrue();
            assertThat(shown.host()).isEqualTo(host);
            assertThat(shown.createdAt()).isEqualTo(domain.createdAt());
        });
    }

    private DomainClaim claim() {
        return DomainClaim.of(host, TenantFixture.aTenant().id(), NOW, UniqueFixture.random());
    }
}
