package io.tenantry.persistence.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Code generators in the table {@code totp}, their secrets encrypted; codes for recovery in {@code recovery_code}. */
public final class JdbiSecondFactors implements SecondFactors {

    private final FactorChanges changes;
    private final Dao<SecondFactorDao> factors;
    private final Encryption encryption;

    public JdbiSecondFactors(CurrentTransaction current, Encryption encryption) {
        this.changes = new FactorChanges(current);
        this.factors = new Dao<>(current, SecondFactorDao.class);
        this.encryption = encryption;
    }

    @Override
    public Factors of(UserId user) {
        return factors.get(dao -> dao.factors(user)).orElse(Factors.NONE);
    }

    @Override
    public Optional<TotpEnrolment> totp(UserId user) {
        return factors.get(dao -> dao.find(user)).map(row -> row.open(encryption));
    }

    /**
     * Holds the user's own row, which is there whatever factors they have. Only then does it read: a statement that waits for a
     * lock sees other tables as they were before it waited.
     */
    @Override
    public Optional<TotpEnrolment> hold(UserId user) {
        factors.get(dao -> dao.holdUser(user));
        return totp(user);
    }

    @Override
    public void store(TotpEnrolment enrolment) {
        byte[] sealed = TotpRow.seal(enrolment, encryption);
        factors.run(dao -> dao.store(enrolment, sealed));
        changes.tell(enrolment.user());
    }

    @Override
    public boolean removeTotp(UserId user) {
        return toldIf(factors.get(dao -> dao.removeTotp(user)) == 1, user);
    }

    /** Two who do it at once, each before it sees the other's codes, would otherwise leave both. */
    @Override
    public void replaceRecoveryCodes(UserId user, List<TokenDigest> codes, Instant now) {
        factors.run(dao -> {
            dao.holdUser(user);
            dao.removeRecoveryCodes(user);
            dao.addRecoveryCodes(user, codes, now);
        });
        changes.tell(user);
    }

    @Override
    public int recoveryCodesLeft(UserId user) {
        return factors.get(dao -> dao.recoveryCodesLeft(user));
    }

    @Override
    public boolean spendRecoveryCode(UserId user, TokenDigest code) {
        return toldIf(factors.get(dao -> dao.spendRecoveryCode(user, code)) == 1, user);
    }

    @Override
    public void removeOlder(UserId user, Instant before) {
        factors.run(dao -> dao.removeOlder(user, before));
        changes.tell(user);
    }

    private boolean toldIf(boolean changed, UserId user) {
        if (changed) {
            changes.tell(user);
        }
        return changed;
    }
}
