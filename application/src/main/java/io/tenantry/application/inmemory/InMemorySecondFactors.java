package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.passkey.Passkeys;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemorySecondFactors implements SecondFactors {

    private record RecoveryKey(UserId user, TokenDigest code) {}

    private record Recovery(RecoveryKey key, Instant createdAt) {}

    private final Passkeys passkeys;
    private final InMemoryRows<UserId, TotpEnrolment> totp;
    private final InMemoryRows<RecoveryKey, Recovery> recovery;

    InMemorySecondFactors(InMemoryTransactions transactions, Passkeys passkeys) {
        this.passkeys = passkeys;
        this.totp = new InMemoryRows<>(transactions);
        this.recovery = new InMemoryRows<>(transactions);
    }

    @Override
    public Factors of(UserId user) {
        boolean confirmed = totp(user).filter(TotpEnrolment::isConfirmed).isPresent();
        return new Factors(confirmed, recoveryCodesLeft(user), passkeys.of(user).size());
    }

    @Override
    public Optional<TotpEnrolment> totp(UserId user) {
        return totp.find(user);
    }

    @Override
    public Optional<TotpEnrolment> hold(UserId user) {
        return totp.find(user);
    }

    @Override
    public void store(TotpEnrolment enrolment) {
        totp.put(enrolment.user(), enrolment);
    }

    @Override
    public boolean removeTotp(UserId user) {
        return totp.remove(user);
    }

    @Override
    public void replaceRecoveryCodes(UserId user, List<TokenDigest> codes, Instant now) {
        codes(user).toList().forEach(old -> recovery.remove(old.key()));
        codes.forEach(code -> {
            RecoveryKey key = new RecoveryKey(user, code);
            recovery.put(key, new Recovery(key, now));
        });
    }

    @Override
    public int recoveryCodesLeft(UserId user) {
        return (int) codes(user).count();
    }

    @Override
    public boolean spendRecoveryCode(UserId user, TokenDigest code) {
        return recovery.remove(new RecoveryKey(user, code));
    }

    @Override
    public void removeOlder(UserId user, Instant before) {
        totp.find(user).filter(set -> set.createdAt().isBefore(before)).ifPresent(set -> totp.remove(user));
        codes(user)
                .filter(code -> code.createdAt().isBefore(before))
                .toList()
                .forEach(code -> recovery.remove(code.key()));
    }

    void forget(UserId user) {
        totp.remove(user);
        codes(user).toList().forEach(code -> recovery.remove(code.key()));
    }

    private Stream<Recovery> codes(UserId user) {
        return recovery.all().filter(code -> code.key().user().equals(user));
    }
}
