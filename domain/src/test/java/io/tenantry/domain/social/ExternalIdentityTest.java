package io.tenantry.domain.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdentityTest {

    private static final String ISSUER = "https://provider.example";
    private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");

    @Test
    void R6_8_1_an_address_counts_only_if_the_provider_vouches_for_it() {
        assertThat(vouched(true).verifiedEmail()).contains(EMAIL);
        assertThat(vouched(false).verifiedEmail()).isEmpty();
        assertThat(new ExternalIdentity(ISSUER, "1", Optional.empty(), true, PersonName.NONE).verifiedEmail())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b", "\n"})
    void R10_3_3_without_a_subject_nobody_is_named(String subject) {
        assertThatThrownBy(() -> subject(subject)).isInstanceOf(SocialSignInFailed.class);
        assertThatThrownBy(() -> new ExternalIdentity(subject, "1", Optional.of(EMAIL), true, PersonName.NONE))
                .isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void a_subject_has_255_characters_at_most() {
        assertThat(subject("s".repeat(255)).subject()).hasSize(255);
        assertThatThrownBy(() -> subject("s".repeat(256))).isInstanceOf(SocialSignInFailed.class);
    }

    @Test
    void a_name_that_may_not_be_kept_is_left_out() {
        PersonName ada = PersonName.ofFull("Ada Lovelace");

        assertThat(named(ada).name()).isEqualTo(ada);
        assertThat(named(PersonName.NONE).name()).isEqualTo(PersonName.NONE);
        assertThat(named(PersonName.ofFull("Ada\0Lovelace")).name()).isEqualTo(PersonName.NONE);
        assertThat(named(PersonName.ofFull("x".repeat(51) + " Lovelace")).name())
                .isEqualTo(PersonName.NONE);
        assertThat(named(PersonName.ofFull("A " + "x".repeat(100))).name()).isEqualTo(PersonName.NONE);
    }

    private static ExternalIdentity vouched(boolean verified) {
        return new ExternalIdentity(ISSUER, "1", Optional.of(EMAIL), verified, PersonName.NONE);
    }

    private static ExternalIdentity subject(String subject) {
        return new ExternalIdentity(ISSUER, subject, Optional.of(EMAIL), true, PersonName.NONE);
    }

    private static ExternalIdentity named(PersonName name) {
        return new ExternalIdentity(ISSUER, "1", Optional.of(EMAIL), true, name);
    }
}
