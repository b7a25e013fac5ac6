package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.PortsFixture.PortDown;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.credential.CountingCredentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser.Command;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterUserTest {

    private static final PersonName NAME = PersonName.ofFull("Ada Lovelace");

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void a_registered_user_is_stored_unverified_and_belongs_to_no_tenant() {
        User user = register(PASSWORD);

        assertThat(tenantry.stored(ADA)).contains(user);
        assertThat(user.name()).isEqualTo(NAME);
        assertThat(user.emailVerified()).isFalse();
        assertThat(tenantry.ports().identities().of(user.id()).orElseThrow().memberships())
                .isEmpty();
    }

    @Test
    void a_mail_asks_to_verify_the_address() {
        register(PASSWORD);

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(
                        Mail::kind, mail -> mail.to().email(), mail -> mail.to().name())
                .containsExactly(tuple(MailKind.VERIFY_EMAIL, ADA, "Ada Lovelace"));
    }

    @Test
    void the_user_cannot_sign_in_before_verifying() {
        register(PASSWORD);

        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(EmailNotVerified.class);
    }

    @Test
    void a_taken_address_is_refused_in_any_case_and_changes_nothing() {
        User first = register(PASSWORD);

        assertThatThrownBy(() -> tenantry.registerUser(EmailAddress.of("ADA@Example.ORG")))
                .isInstanceOf(EmailTaken.class);

        assertThat(tenantry.stored(ADA)).contains(first);
        assertThat(tenantry.tenantry().deliverMail()).hasSize(1);
    }

    @Test
    void R6_2_4_a_password_that_breaks_the_rules_is_refused_by_name_and_nothing_is_stored() {
        for (Map.Entry<String, FieldProblem> wrong : Map.of(
                        "",
                        FieldProblem.REQUIRED,
                        "1234567",
                        FieldProblem.TOO_SHORT,
                        "x".repeat(257),
                        FieldProblem.TOO_LONG,
                        "hunter22\0",
                        FieldProblem.ILLEGAL_CHARACTER,
                        "password",
                        FieldProblem.WEAK_PASSWORD)
                .entrySet()) {
            assertThatThrownBy(() -> register(new Password(wrong.getKey())))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.problems())
                                    .isEqualTo(Map.of(InvalidInput.PASSWORD, wrong.getValue())));
        }
        assertThat(tenantry.stored(ADA)).isEmpty();
    }

    @Test
    void a_registration_that_fails_at_any_call_of_a_port_leaves_nothing_and_can_be_repeated() {
        int calls = 0;
        while (!registersWith(calls)) {
            calls++;
        }

        assertThat(calls).as("calls of ports in a registration").isGreaterThan(4);
    }

    @Test
    void of_twenty_parallel_registrations_of_one_address_exactly_one_is_taken_up() throws Exception {
        List<Object> outcomes = InParallel.outcomes(20, number -> register(PASSWORD));

        assertThat(outcomes).filteredOn(User.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(EmailTaken.class::isInstance).hasSize(19);
        assertThat(tenantry.tenantry().deliverMail()).hasSize(1);
    }

    @Test
    void an_address_that_somebody_else_takes_while_the_password_is_hashed_is_refused() {
        CountingCredentials raced = new CountingCredentials(tenantry.ports().credentials(), () -> register(PASSWORD));
        UseCases slower = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), raced));

        assertThatThrownBy(
                        () -> slower.users().registerUser().register(new Command(ADA, NAME, PASSWORD, Device.UNKNOWN)))
                .isInstanceOf(EmailTaken.class);

        assertThat(tenantry.tenantry().deliverMail()).hasSize(1);
    }

    private User register(Password password) {
        return tenantry.useCases().users().registerUser().register(new Command(ADA, NAME, password, Device.UNKNOWN));
    }

    private static boolean registersWith(int calls) {
        TenantryFixture fresh = new TenantryFixture();
        UseCases failing = PortsFixture.useCases(fresh.tenantry(), PortsFixture.failingAfter(calls, fresh.ports()));
        try {
            failing.users().registerUser().register(new Command(ADA, NAME, PASSWORD, Device.UNKNOWN));
            return true;
        } catch (PortDown down) {
            assertThat(fresh.stored(ADA)).as("after %d calls", calls).isEmpty();
            assertThat(fresh.tenantry().deliverMail())
                    .as("after %d calls", calls)
                    .isEmpty();
            assertThat(fresh.registerUser(ADA).email()).isEqualTo(ADA);
            return false;
        }
    }
}
