package io.tenantry.application.passkey;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.SecondFactorNeeded;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.passkey.RenamePasskey;
import io.tenantry.domain.session.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManagePasskeysTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final PasskeyFixture passkeys = new PasskeyFixture(tenantry);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();
    private final Principal ada = factors.newcomer(ADA);
    private final Passkey passkey =
            factors.addPasskey(ada, authenticator, "Telephone").passkey();

    @Test
    void everybody_sees_their_own_the_oldest_first() {
        Principal grace = factors.newcomer(GRACE);
        Passkey second =
                factors.addPasskey(ada, new InMemoryAuthenticator(), "Laptop").passkey();

        assertThat(passkeys.passkeys().listPasskeys().list(ada)).containsExactly(passkey, second);
        assertThat(passkeys.passkeys().listPasskeys().list(grace)).isEmpty();
    }

    @Test
    void one_is_renamed_and_that_is_noted_by_its_id() {
        Passkey renamed = rename(ada, passkey, " Old telephone ");

        assertThat(renamed.name()).isEqualTo("Old telephone");
        assertThat(passkeys.passkeys().listPasskeys().list(ada)).containsExactly(renamed);
        assertThat(factors.audited(AuditAction.PASSKEY_RENAMED).data())
                .isEqualTo(Map.of("passkey", passkey.id().toString()));
    }

    @Test
    void a_new_name_keeps_the_count_of_signatures() {
        passkeys.signIn(authenticator);
        long count =
                passkeys.passkeys().listPasskeys().list(ada).get(0).credential().signatureCount();

        assertThat(rename(ada, passkey, "Laptop").credential().signatureCount())
                .isEqualTo(count)
                .isPositive();
    }

    @Test
    void a_name_that_cannot_be_shown_is_refused() {
        assertThatThrownBy(() -> rename(ada, passkey, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> rename(ada, passkey, "x".repeat(101))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void R8_2_2_somebody_elses_is_not_found() {
        Principal grace = factors.newcomer(GRACE);

        assertThatThrownBy(() -> rename(grace, passkey, "Mine")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passkeys.remove(grace, passkey)).isInstanceOf(NotFound.class);
        assertThat(passkeys.passkeys().listPasskeys().list(ada)).containsExactly(passkey);
    }

    @Test
    void one_that_was_removed_signs_nobody_in_and_takes_the_recovery_codes_with_it() {
        passkeys.remove(ada, passkey);

        assertThat(factors.factors(ada.user())).isEqualTo(Factors.NONE);
        assertThatThrownBy(() -> passkeys.signIn(authenticator)).isInstanceOf(InvalidCredentials.class);
        assertThat(tenantry.signIn(ADA).user().id()).isEqualTo(ada.user());
        assertThatThrownBy(() -> passkeys.remove(ada, passkey)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_recovery_codes_stay_with_another_factor() {
        factors.addPasskey(ada, new InMemoryAuthenticator(), "Laptop");

        passkeys.remove(ada, passkey);

        assertThat(factors.factors(ada.user())).isEqualTo(new Factors(false, 10, 1));
    }

    @Test
    void R7_5_1_removing_needs_the_password_again() {
        for (Optional<Password> password : List.of(Optional.of(new Password("wrong")), Optional.<Password>empty())) {
            assertThatThrownBy(() -> passkeys.passkeys()
                            .removePasskey()
                            .remove(new RemovePasskey.Command(ada, passkey.id(), password, SecondFactorFixture.PHONE)))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(passkeys.passkeys().listPasskeys().list(ada)).containsExactly(passkey);
    }

    @Test
    void R7_4_3_removing_ends_the_other_sessions() {
        Principal elsewhere = tenantry.authenticate(passkeys.signIn(authenticator));

        passkeys.remove(ada, passkey);

        assertThat(factors.isLive(elsewhere)).isFalse();
        assertThat(factors.isLive(ada)).isTrue();
    }

    @Test
    void R6_3_7_removing_is_told_and_noted() {
        factors.notices();

        passkeys.remove(ada, passkey);

        assertThat(factors.notices()).containsExactly(MailKind.PASSKEY_REMOVED);
        assertThat(factors.audited(AuditAction.PASSKEY_REMOVED).data())
                .isEqualTo(Map.of("passkey", passkey.id().toString()));
    }

    @Test
    void an_operator_keeps_one_second_factor_also_when_two_go_at_once() throws Exception {
        Passkey second =
                factors.addPasskey(ada, new InMemoryAuthenticator(), "Laptop").passkey();
        factors.appoint(ada.user());

        List<Object> outcomes = InParallel.outcomes(2, number -> {
            passkeys.remove(ada, number == 0 ? passkey : second);
            return "removed";
        });

        assertThat(outcomes).filteredOn("removed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(SecondFactorNeeded.class::isInstance).hasSize(1);
        assertThat(factors.factors(ada.user()).passkeys()).isEqualTo(1);
    }

    @Test
    void an_operator_who_has_a_code_generator_can_do_without() {
        factors.enroll(ada);
        factors.appoint(ada.user());

        passkeys.remove(ada, passkey);

        assertThat(factors.factors(ada.user())).isEqualTo(new Factors(true, 10, 0));
    }

    private Passkey rename(Principal by, Passkey which, String name) {
        return passkeys.passkeys()
                .renamePasskey()
                .rename(new RenamePasskey.Command(by, which.id(), name, SecondFactorFixture.PHONE));
    }
}
