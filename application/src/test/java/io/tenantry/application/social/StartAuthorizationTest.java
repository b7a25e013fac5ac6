package io.tenantry.application.social;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryProvider;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.Authorizations;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.ProviderName;
import io.tenantry.domain.social.StartAuthorization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartAuthorizationTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final ProviderFixture providers = new ProviderFixture(tenantry);

    @Test
    void the_providers_are_listed_for_everybody() {
        assertThat(providers.social().listProviders().list())
                .containsExactly(new IdentityProviders.Provider(InMemoryProvider.NAME, "Example"));
    }

    @Test
    void R9700_4_11_the_browser_is_sent_to_the_provider_and_nowhere_that_a_caller_names() {
        StartAuthorization.Started started = providers.start(Optional.empty());

        assertThat(started.uri().getHost()).isEqualTo("provider.example");
        assertThat(started.uri().getScheme()).isEqualTo("https");
    }

    @Test
    void a_provider_that_is_not_configured_is_not_found_and_nothing_is_kept() {
        RecordingAuthorizations kept = new RecordingAuthorizations();

        assertThatThrownBy(() -> start(kept, new ProviderName("unknown"))).isInstanceOf(NotFound.class);
        assertThat(kept.opened()).isEmpty();
    }

    @Test
    void R7_2_3_state_browser_token_nonce_and_verifier_are_each_256_random_bits() {
        RecordingAuthorizations kept = new RecordingAuthorizations();
        StartAuthorization.Started first = start(kept, InMemoryProvider.NAME);
        start(kept, InMemoryProvider.NAME);

        SecretToken state = InMemoryProvider.stateOf(first.uri());
        Authorization one = kept.opened().get(0);
        Authorization other = kept.opened().get(1);
        assertThat(List.of(state.value(), first.browserToken().value(), one.nonce(), one.codeVerifier()))
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"))
                .doesNotHaveDuplicates()
                .doesNotContain(other.nonce(), other.codeVerifier());
    }

    @Test
    void state_and_browser_token_are_kept_as_digests_for_ten_minutes() {
        RecordingAuthorizations kept = new RecordingAuthorizations();
        StartAuthorization.Started started = start(kept, InMemoryProvider.NAME);

        Authorization visit = kept.opened().get(0);
        assertThat(visit.state())
                .isEqualTo(InMemoryProvider.stateOf(started.uri()).digest());
        assertThat(visit.browser()).isEqualTo(started.browserToken().digest());
        assertThat(visit.user()).isEmpty();
        assertThat(visit.expiresAt()).isEqualTo(tenantry.now().plusSeconds(600));
    }

    @Test
    void R7_5_1_linking_needs_the_password_again() {
        Principal ada = factors.newcomer(ADA);

        for (Optional<Password> password : List.of(Optional.of(new Password("wrong")), Optional.<Password>empty())) {
            assertThatThrownBy(() -> startLinking(ada, password)).isInstanceOf(InvalidInput.class);
        }
        assertThat(startLinking(ada, Optional.of(PASSWORD)).uri()).isNotNull();
    }

    @Test
    void linking_needs_an_address_that_was_verified() {
        tenantry.registerCompany("Acme", ADA);
        Principal ada = tenantry.authenticate(tenantry.signIn(ADA));

        assertThatThrownBy(() -> startLinking(ada, Optional.of(PASSWORD))).isInstanceOf(EmailNotVerified.class);
    }

    private StartAuthorization.Started startLinking(Principal by, Optional<Password> password) {
        return providers
                .social()
                .startAuthorization()
                .start(new StartAuthorization.Command(
                        InMemoryProvider.NAME, Optional.of(by), password, SecondFactorFixture.PHONE));
    }

    private StartAuthorization.Started start(RecordingAuthorizations kept, ProviderName provider) {
        return PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), kept))
                .social()
                .startAuthorization()
                .start(new StartAuthorization.Command(
                        provider, Optional.empty(), Optional.empty(), SecondFactorFixture.PHONE));
    }

    /** Keeps what was opened, for a test to read. */
    private record RecordingAuthorizations(List<Authorization> opened) implements Authorizations {

        RecordingAuthorizations() {
            this(new ArrayList<>());
        }

        @Override
        public void open(Authorization authorization) {
            opened.add(authorization);
        }

        @Override
        public Optional<Authorization> take(TokenDigest state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int removeExpired(Instant before, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
