package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointOperatorTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private User before;

    @BeforeEach
    void ada_is_a_user() {
        before = tenantry.registerVerifiedUser(ADA);
    }

    @Test
    void a_user_is_an_operator_from_then_on_and_may_be_none_again() {
        assertThat(appoint(ADA, true)).isEqualTo(before.appointed(true, tenantry.now()));
        assertThat(tenantry.stored(ADA)).map(User::operator).contains(true);

        assertThat(appoint(EmailAddress.of("ADA@example.org"), false).operator())
                .isFalse();
        assertThat(tenantry.stored(ADA)).map(User::operator).contains(false);
    }

    @Test
    void the_system_is_who_did_it_and_what_changes_nothing_is_not_told() {
        appoint(ADA, true);
        appoint(ADA, true);
        appoint(ADA, false);

        for (AuditAction action : List.of(AuditAction.OPERATOR_APPOINTED, AuditAction.OPERATOR_DISMISSED)) {
            assertThat(account.audited(action)).singleElement().satisfies(event -> {
                assertThat(event.actor()).isEqualTo(Actor.SYSTEM);
                assertThat(event.subject()).contains(before.id());
            });
        }
    }

    @Test
    void an_operators_rights_do_not_work_in_a_session_of_one_factor() {
        Principal ada = account.signedIn(ADA);

        appoint(ADA, true);

        assertThat(ada.operator()).isFalse();
        assertThat(account.signedIn(ADA).operator()).isFalse();
    }

    @Test
    void there_must_be_such_a_user() {
        assertThatThrownBy(() -> appoint(GRACE, true)).isInstanceOf(NotFound.class);
    }

    private User appoint(EmailAddress email, boolean operator) {
        return tenantry.useCases().users().appointOperator().appoint(new AppointOperator.Command(email, operator));
    }
}
