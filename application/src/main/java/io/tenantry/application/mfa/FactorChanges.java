package io.tenantry.application.mfa;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.OneTimeTokens;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Sessions;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What a change to a user's second factors brings with it, of whatever kind they are. Within the transaction under way. */
public final class FactorChanges {

    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final OneTimeTokens oneTimeTokens;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be cryptographically strong */
    public FactorChanges(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.secondFactors = ports.secondFactors();
        this.sessions = ports.sessions();
        this.oneTimeTokens = ports.oneTimeTokens();
        this.notices = new AccountNotices(ports, clock, random);
        this.audit = new AuditTrail(ports, clock, random);
        this.clock = clock;
        this.random = random;
    }

    /**
     * A change, and how it is told.
     *
     * @param details for the mail
     * @param data for the audit
     */
    public record Change(
            AuditAction action,
            MailKind notice,
            Principal by,
            Device device,
            Map<MailDetail, String> details,
            Map<String, String> data) {

        static Change of(AuditAction action, MailKind notice, Principal by, Device device) {
            return new Change(action, notice, by, device, Map.of(), Map.of());
        }
    }

    /** The user's factors, held until the transaction ends. */
    public Factors hold(UserId user) {
        secondFactors.hold(user);
        return secondFactors.of(user);
    }

    /** Gives new recovery codes in place of those that the user has. */
    public List<RecoveryCode> renewRecoveryCodes(UserId user) {
        List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.generate(random))
                .limit(RecoveryCode.COUNT)
                .toList();
        secondFactors.replaceRecoveryCodes(
                user, codes.stream().map(RecoveryCode::digest).toList(), clock.instant());
        return codes;
    }

    /** One was added in this session, which from now on counts as one of two factors; the user's others end. */
    public void added(User user, Change change) {
        sessions.secondFactorShown(change.by().session());
        endOthersAndTell(user, change);
    }

    /** One was removed; with the last of them the recovery codes go too. The user's other sessions end. */
    public void removed(User user, Change change) {
        if (!secondFactors.of(user.id()).any()) {
            secondFactors.replaceRecoveryCodes(user.id(), List.of(), clock.instant());
        }
        endOthersAndTell(user, change);
    }

    /** Tells the user and the audit. */
    public void tell(User user, Change change) {
        notices.send(change.notice(), user, change.device(), change.details());
        audit.done(change.action(), user.id(), change.device(), change.data());
    }

    /** An address that was asked for before is not confirmed any more: a thief's would outlive what shuts the thief out. */
    private void endOthersAndTell(User user, Change change) {
        sessions.endAll(user.id(), Optional.of(change.by().session()), clock.instant());
        oneTimeTokens.revoke(user.id(), TokenPurpose.CONFIRM_EMAIL);
        tell(user, change);
    }
}
