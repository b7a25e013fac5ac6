package io.tenantry.domain.throttle;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.util.Optional;

/**
 * What a counter counts for. Kept as a digest, so that no table of counters names a person.
 *
 * @param digest SHA-256 of kind and subject
 */
public record ThrottleKey(ThrottleKind kind, TokenDigest digest) {

    /**
     * The counter of an account, whether there is such an account or not.
     *
     * @param familiar the caller's address, if the account signed in from there lately: such an address has a counter of its
     *     own, so that nobody is locked out by others
     */
    public static ThrottleKey account(EmailAddress email, Optional<AddressBlock> familiar) {
        String from = familiar.map(AddressBlock::value).orElse("elsewhere");
        return of(ThrottleKind.ACCOUNT, email.canonical() + " " + from);
    }

    /**
     * The counter of a user's codes. By the user, and the same from everywhere: neither another address of mail, nor a new
     * password, nor a familiar address gives new tries.
     */
    public static ThrottleKey code(UserId user) {
        return of(ThrottleKind.CODE, user.toString());
    }

    /** The counter of one kind of mail to an address: so that asking for one kind keeps nobody from another. */
    public static ThrottleKey mailTo(MailKind kind, EmailAddress email) {
        return of(ThrottleKind.MAIL_TO, kind.name() + " " + email.canonical());
    }

    /** The counter of what one user does of a kind. */
    public static ThrottleKey by(ThrottleKind kind, UserId user) {
        return of(kind, user.toString());
    }

    /** The counter of what one tenant does of a kind. */
    public static ThrottleKey of(ThrottleKind kind, TenantId tenant) {
        return of(kind, tenant.toString());
    }

    /** The counter of invitations to an address. */
    public static ThrottleKey invited(EmailAddress email) {
        return of(ThrottleKind.INVITED, email.canonical());
    }

    public static ThrottleKey from(ThrottleKind kind, AddressBlock address) {
        return of(kind, address.value());
    }

    private static ThrottleKey of(ThrottleKind kind, String subject) {
        return new ThrottleKey(kind, TokenDigest.of(kind.name() + " " + subject));
    }
}
