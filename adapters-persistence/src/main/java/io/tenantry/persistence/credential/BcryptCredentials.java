package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Passwords as bcrypt hashes. No connection is held while one is hashed. Hashes of other programs, once imported, are checked by
 * their rules and replaced at the first match.
 */
public final class BcryptCredentials implements Credentials {

    /** Asked for in place of a user that there is not, so that the same statement runs for both. */
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final Jdbi jdbi;
    private final CurrentTransaction current;
    private final Dao<CredentialDao> credentials;
    private final Bcrypt bcrypt;
    private final HashingGate gate;
    private final Argon2Memory memory;

    private record Compared(boolean same, Optional<String> renewed) {}

    /** @param cost 4 to 16 */
    public BcryptCredentials(Jdbi jdbi, CurrentTransaction current, int cost) {
        this(jdbi, current, new Bcrypt(cost), HashingGate.standard(), Argon2Memory.shared());
    }

    BcryptCredentials(Jdbi jdbi, CurrentTransaction current, Bcrypt bcrypt, HashingGate gate, Argon2Memory memory) {
        this.jdbi = jdbi;
        this.current = current;
        this.credentials = new Dao<>(current, CredentialDao.class);
        this.bcrypt = bcrypt;
        this.gate = gate;
        this.memory = memory;
    }

    @Override
    public SealedPassword seal(Password password) {
        current.requireNone();
        return new BcryptHash(gate.pass(() -> bcrypt.hash(password)));
    }

    @Override
    public void store(UserId user, SealedPassword password) {
        if (!(password instanceof BcryptHash hash)) {
            throw new IllegalArgumentException("a password sealed by another implementation");
        }
        credentials.run(dao -> dao.store(user, hash.value()));
    }

    @Override
    public Optional<CredentialVersion> match(Optional<UserId> user, Password password) {
        current.requireNone();
        Optional<CredentialDao.Stored> stored = stored(user.orElse(NOBODY)).filter(found -> user.isPresent());
        Compared compared = compared(password, stored.map(CredentialDao.Stored::hash));
        if (!compared.same()) {
            return Optional.empty();
        }
        compared.renewed()
                .ifPresent(
                        hash -> replace(user.orElseThrow(), stored.orElseThrow().hash(), hash));
        return stored.map(matched -> new CredentialVersion(matched.version()));
    }

    @Override
    public CredentialVersion hold(UserId user) {
        return new CredentialVersion(
                credentials.get(dao -> dao.holdVersion(user).orElseGet(() -> firstVersion(dao, user))));
    }

    /** There was no credential: now that the user's row is locked nobody can add one, but somebody may just have. */
    private static int firstVersion(CredentialDao dao, UserId user) {
        return dao.holdUser(user).flatMap(held -> dao.holdVersion(user)).orElse(0);
    }

    /** Who waits for memory must not keep others from hashing, so memory comes before the gate. */
    private Compared compared(Password password, Optional<String> hash) {
        Optional<ForeignHash> foreign =
                hash.flatMap(ForeignHash::ofStored).filter(found -> !PasswordRules.isIllegal(password));
        if (foreign.isEmpty()) {
            return gate.pass(() -> compareOurs(password, hash));
        }
        ForeignHash theirs = foreign.get();
        return memory.use(theirs.memory(), () -> gate.pass(() -> compareForeign(password, theirs)));
    }

    /**
     * What another program has hashed is hashed anew by us. Where it does not match, nobody's hash is checked as well: else a
     * cheap one would be told from an unknown address by the time.
     */
    private Compared compareForeign(Password password, ForeignHash foreign) {
        boolean same = foreign.matches(password);
        if (same) {
            return new Compared(true, Optional.of(bcrypt.hash(password)));
        }
        return new Compared(bcrypt.matches(password, Optional.empty()), Optional.empty());
    }

    /** A hash of another cost than today's is made anew while the password is at hand. */
    private Compared compareOurs(Password password, Optional<String> hash) {
        boolean same = bcrypt.matches(password, hash);
        Optional<String> outdated = same ? hash.filter(bcrypt::isOutdated) : Optional.empty();
        return new Compared(same, outdated.map(old -> bcrypt.hash(password)));
    }

    private void replace(UserId user, String oldHash, String newHash) {
        DatabaseFailures.translating(() ->
                jdbi.inTransaction(handle -> handle.attach(CredentialDao.class).replace(user, oldHash, newHash)));
    }

    /** The connection is back in the pool before anything is hashed. */
    private Optional<CredentialDao.Stored> stored(UserId user) {
        return DatabaseFailures.translating(() ->
                jdbi.withHandle(handle -> handle.attach(CredentialDao.class).find(user)));
    }
}
