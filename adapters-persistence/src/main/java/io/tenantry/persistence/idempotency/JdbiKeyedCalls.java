package io.tenantry.persistence.idempotency;

import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.FirstCall;
import io.tenantry.domain.idempotency.KeyedCall;
import io.tenantry.domain.idempotency.KeyedCalls;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls with an idempotency key, in the table {@code keyed_call}, the answers encrypted under the calls themselves. */
public final class JdbiKeyedCalls implements KeyedCalls {

    private final CurrentTransaction current;
    private final Dao<KeyedCallDao> calls;
    private final InstallationSecret salt;
    private final SecureRandom random = new SecureRandom();

    // Not static: one for each database, of which several may be open in one JVM. Removed at every end.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Attempt> atWork = new ThreadLocal<>();

    public JdbiKeyedCalls(CurrentTransaction current, Encryption encryption) {
        this.current = current;
        this.calls = new Dao<>(current, KeyedCallDao.class);
        this.salt = new InstallationSecret(current, encryption, random, "keyed calls");
    }

    @Override
    public boolean begin(Attempt attempt) {
        KeyedCallDao.Begun row = row(attempt);
        return calls.get(dao -> dao.insert(row)) > 0;
    }

    @Override
    public Optional<FirstCall> find(KeyedCall call) {
        CallSecrets secrets = secrets(call);
        return calls.get(dao -> dao.find(secrets.digest())).map(known -> first(known, secrets));
    }

    @Override
    public Optional<FirstCall> hold(KeyedCall call) {
        CallSecrets secrets = secrets(call);
        return calls.get(dao -> dao.hold(secrets.digest())).map(known -> first(known, secrets));
    }

    @Override
    public void beginAgain(Attempt attempt) {
        KeyedCallDao.Begun row = row(attempt);
        calls.run(dao -> dao.replace(row));
    }

    @Override
    public <T> T during(Attempt attempt, Supplier<T> work) {
        current.requireNone();
        if (atWork.get() != null) {
            throw new IllegalStateException("this thread is at work for a call already");
        }
        atWork.set(attempt);
        try {
            return work.get();
        } finally {
            atWork.remove();
        }
    }

    @Override
    public void made() {
        Attempt attempt = atWork.get();
        if (attempt == null) {
            return;
        }
        byte[] digest = secrets(attempt.call()).digest();
        if (calls.get(dao -> dao.made(digest, attempt.id())) == 0) {
            throw new RequestUnderWay();
        }
    }

    @Override
    public void keep(Attempt attempt, String answer) {
        CallSecrets secrets = secrets(attempt.call());
        byte[] sealed = secrets.seal(answer);
        calls.run(dao -> dao.keep(secrets.digest(), attempt.id(), sealed));
    }

    @Override
    public void giveUp(Attempt attempt) {
        byte[] digest = secrets(attempt.call()).digest();
        calls.run(dao -> dao.remove(digest, attempt.id()));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return calls.get(dao -> dao.removeExpired(before, limit));
    }

    private CallSecrets secrets(KeyedCall call) {
        return new CallSecrets(salt.bytes(), call, random);
    }

    private KeyedCallDao.Begun row(Attempt attempt) {
        CallSecrets secrets = secrets(attempt.call());
        return new KeyedCallDao.Begun(
                secrets.digest(), attempt.id(), secrets.bodyDigest(), attempt.leaseEndsAt(), attempt.expiresAt());
    }

    /** An answer is opened for the body alone that it answered. */
    private static FirstCall first(KeyedCallDao.Known known, CallSecrets secrets) {
        boolean sameBody = MessageDigest.isEqual(known.bodyDigest(), secrets.bodyDigest());
        Optional<String> answer = known.keptAnswer().filter(kept -> sameBody).map(secrets::open);
        return new FirstCall(sameBody, known.made(), known.leaseEndsAt(), known.expiresAt(), answer);
    }
}
