package io.tenantry.application.user;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.Change;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.Preferences;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profile.Notifications;
import io.tenantry.domain.user.UpdateProfile.Command;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.WhoAmI.Self;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateProfileTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+49 30 1234");
    private static final Preferences DARK = new Preferences("{\"theme\":\"dark\"}");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        tenantry.registerVerifiedUser(ADA);
        ada = account.signedIn(ADA);
    }

    @Test
    void what_is_given_is_kept_and_shown() {
        update(everything());

        assertThat(self().user().name()).isEqualTo(PersonName.ofFull("Ada Lovelace"));
        assertThat(self().profile())
                .isEqualTo(new Profile(
                        Optional.of(PHONE),
                        ZoneId.of("Europe/Berlin"),
                        Locale.GERMAN,
                        new Notifications(true, false),
                        DARK,
                        Optional.empty()));
    }

    @Test
    void what_is_not_named_stays() {
        update(everything());
        Self before = self();

        update(names(Change.to("Augusta"), Change.keep()));

        assertThat(self().user().name()).isEqualTo(PersonName.ofFull("Augusta Lovelace"));
        assertThat(self().profile()).isEqualTo(before.profile());
    }

    @Test
    void what_is_cleared_is_as_if_it_had_never_been_said() {
        update(everything());

        update(new Command(
                ada,
                Change.clear(),
                Change.clear(),
                Change.clear(),
                Change.clear(),
                Change.clear(),
                Change.clear(),
                Change.clear(),
                Change.clear(),
                BROWSER));

        assertThat(self().user().name()).isEqualTo(PersonName.NONE);
        assertThat(self().profile()).isEqualTo(Profile.UNSAID);
    }

    @Test
    void the_user_counts_as_changed_and_the_audit_tells_it_without_what_they_said() {
        tenantry.pass(Duration.ofMinutes(1));

        update(everything());

        assertThat(self().user().updatedAt()).isEqualTo(tenantry.now());
        assertThat(account.audited(AuditAction.ACCOUNT_UPDATED)).singleElement().satisfies(event -> {
            assertThat(event.subject()).contains(ada.user());
            assertThat(event.device()).isEqualTo(BROWSER);
            assertThat(event.toString()).doesNotContain("Lovelace").doesNotContain(PHONE.value());
        });
    }

    @Test
    void an_update_that_changes_nothing_leaves_no_trace() {
        update(everything());
        Self before = self();
        tenantry.pass(Duration.ofMinutes(1));

        update(everything());

        assertThat(self()).isEqualTo(before);
        assertThat(account.audited(AuditAction.ACCOUNT_UPDATED)).hasSize(1);
    }

    @Test
    void mails_speak_the_language_that_was_chosen() {
        update(everything());

        tenantry.requestReset(ADA);

        assertThat(account.mailed(MailKind.RESET_PASSWORD)).singleElement().satisfies(mail -> {
            assertThat(mail.to().locale()).isEqualTo(Locale.GERMAN);
            assertThat(mail.to().timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(mail.to().name()).isEqualTo("Ada Lovelace");
        });
    }

    @Test
    void of_updates_at_once_none_undoes_the_other() throws Exception {
        List<Command> commands =
                List.of(names(Change.to("Ada"), Change.keep()), names(Change.keep(), Change.to("Lovelace")));

        InParallel.outcomes(2, number -> {
            update(commands.get(number));
            return number;
        });

        assertThat(self().user().name()).isEqualTo(PersonName.ofFull("Ada Lovelace"));
    }

    @Test
    void nobody_else_is_changed() {
        tenantry.registerVerifiedUser(GRACE);

        update(everything());

        assertThat(tenantry.stored(GRACE).orElseThrow().name()).isEqualTo(PersonName.NONE);
    }

    @Test
    void whoever_is_no_more_is_not_authenticated() {
        ada = new Principal(UserFixture.aUser().id(), ada.session(), Optional.empty(), Optional.empty(), false);

        assertThatThrownBy(() -> update(everything())).isInstanceOf(Unauthenticated.class);
    }

    private Command everything() {
        return new Command(
                ada,
                Change.to("Ada"),
                Change.to("Lovelace"),
                Change.to(PHONE),
                Change.to(ZoneId.of("Europe/Berlin")),
                Change.to(Locale.GERMAN),
                Change.to(true),
                Change.to(false),
                Change.to(DARK),
                BROWSER);
    }

    private Command names(Change<String> first, Change<String> last) {
        return new Command(
                ada,
                first,
                last,
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                BROWSER);
    }

    private void update(Command command) {
        tenantry.useCases().users().updateProfile().update(command);
    }

    private Self self() {
        return tenantry.useCases().users().whoAmI().whoAmI(ada);
    }
}
