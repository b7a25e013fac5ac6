package io.tenantry.application;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.ChangePassword;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.user.ChangeEmail;
import io.tenantry.domain.user.ConfirmEmail;
import io.tenantry.domain.user.DeleteAccount;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.ExportAccount;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What people do with their own account, in the short words in which tests speak. */
public final class AccountFixture {

    public static final Password NEW_PASSWORD = new Password("quite another one");
    public static final Password WRONG_PASSWORD = new Password("not the right one");
    public static final Device BROWSER = new Device(Optional.of("203.0.113.7"), Optional.of("Mozilla/5.0"));

    private final TenantryFixture tenantry;

    public AccountFixture(TenantryFixture tenantry) {
        this.tenantry = tenantry;
    }

    /** In a session of their own. */
    public Principal signedIn(EmailAddress email) {
        return tenantry.authenticate(tenantry.signIn(email));
    }

    /** In a session that is in no tenant: as of who is in none that is active. */
    public Principal signedInWithoutTenant(EmailAddress email) {
        User user = tenantry.stored(email).orElseThrow();
        SessionId id = SessionId.next(tenantry.now(), UniqueFixture.random());
        Session session =
                TokenPolicy.STANDARD.open(id, user.id(), SessionKind.ROTATING, false, false, BROWSER, tenantry.now());
        return tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().sessions().open(session);
            return new Principal(user.id(), id, Optional.empty(), Optional.empty(), false);
        });
    }

    /** A user who came by a provider, say, just signed in. */
    public Principal signedInWithoutPassword(EmailAddress email) {
        User user = UserFixture.aUserAt(email).verified(tenantry.now());
        SessionId id = SessionId.next(tenantry.now(), UniqueFixture.random());
        Session session =
                TokenPolicy.STANDARD.open(id, user.id(), SessionKind.ROTATING, false, false, BROWSER, tenantry.now());
        return tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().add(user);
            tenantry.ports().sessions().open(session);
            return new Principal(user.id(), id, Optional.empty(), Optional.empty(), false);
        });
    }

    public void changePassword(Principal by, Password current, Password next) {
        changePassword(tenantry.useCases(), by, current, next);
    }

    public static void changePassword(UseCases useCases, Principal by, Password current, Password next) {
        useCases.credentials().changePassword().change(new ChangePassword.Command(by, current, next, BROWSER));
    }

    public void changeEmail(Principal by, EmailAddress next) {
        changeEmail(by, next, TenantryFixture.PASSWORD);
    }

    public void changeEmail(Principal by, EmailAddress next, Password password) {
        tenantry.useCases()
                .users()
                .changeEmail()
                .change(new ChangeEmail.Command(by, next, Optional.of(password), BROWSER));
    }

    public User confirmEmail(SecretToken token) {
        return tenantry.useCases().users().confirmEmail().confirm(new ConfirmEmail.Command(token, BROWSER));
    }

    public ExportAccount.Export export(Principal by) {
        return tenantry.useCases().users().exportAccount().export(new ExportAccount.Command(by, BROWSER));
    }

    public void delete(Principal by) {
        delete(by, TenantryFixture.PASSWORD);
    }

    public void delete(Principal by, Password password) {
        tenantry.useCases()
                .users()
                .deleteAccount()
                .delete(new DeleteAccount.Command(by, Optional.of(password), BROWSER));
    }

    /** The mails of a kind that are due, all others being passed over. */
    public List<Mail> mailed(MailKind kind) {
        return tenantry.tenantry().deliverMail().stream()
                .filter(mail -> mail.kind() == kind)
                .toList();
    }

    /** What the audit holds of an action, the oldest first. */
    public List<AuditEvent> audited(AuditAction action) {
        return tenantry.tenantry().audit().stream()
                .filter(event -> event.action() == action)
                .toList();
    }

    public static void assertRefused(ThrowingCallable work, String field, FieldProblem problem) {
        Assertions.assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> Assertions.assertThat(refusal.problems()).isEqualTo(Map.of(field, problem)));
    }
}
