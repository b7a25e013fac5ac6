package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Passwords under one round of salted SHA-256: quick, which a unit test wants and nothing else does. */
final class InMemoryCredentials implements Credentials {

    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;

    /** What a password is held against when there is none; nobody knows a text with this digest. */
    private static final SaltedPassword NOBODYS = new SaltedPassword(new byte[SALT_BYTES], new byte[DIGEST_BYTES]);

    private final InMemoryTransactions transactions;
    private final RandomGenerator random;
    private final InMemoryRows<UserId, Kept> rows;

    InMemoryCredentials(InMemoryTransactions transactions, RandomGenerator random) {
        this.transactions = transactions;
        this.random = random;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public SealedPassword seal(Password password) {
        transactions.requireNone();
        if (PasswordRules.isIllegal(password)) {
            throw new IllegalArgumentException("no password");
        }
        return salted(password);
    }

    @Override
    public void store(UserId user, SealedPassword password) {
        if (!(password instanceof SaltedPassword salted)) {
            throw new IllegalArgumentException("sealed elsewhere");
        }
        rows.put(user, new Kept(salted, new CredentialVersion(hold(user).value() + 1)));
    }

    @Override
    public Optional<CredentialVersion> match(Optional<UserId> user, Password password) {
        Optional<Kept> kept = transactions.outsideTenants(() -> user.flatMap(rows::find));
        boolean same = kept.map(Kept::password).orElse(NOBODYS).isOf(password);
        return kept.filter(found -> same && !PasswordRules.isIllegal(password)).map(Kept::version);
    }

    @Override
    public CredentialVersion hold(UserId user) {
        return rows.find(user).map(Kept::version).orElse(CredentialVersion.NONE);
    }

    private SaltedPassword salted(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SaltedPassword(salt, sha256(salt, password));
    }

    private static byte[] sha256(byte[] salt, Password password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(password.value().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private record Kept(SaltedPassword password, CredentialVersion version) {}

    private static final class SaltedPassword implements SealedPassword {

        private final byte[] salt;
        private final byte[] digest;

        SaltedPassword(byte[] salt, byte[] digest) {
            this.salt = salt;
            this.digest = digest;
        }

        boolean isOf(Password password) {
            return MessageDigest.isEqual(digest, sha256(salt, password));
        }
    }

    void forget(UserId user) {
        rows.remove(user);
    }
}
