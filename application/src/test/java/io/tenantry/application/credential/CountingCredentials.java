package io.tenantry.application.credential;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what costs a hash, and can do something in the moment in which others hash. */
public final class CountingCredentials implements Credentials {

    private final Credentials credentials;
    private final Runnable whileHashing;
    private final AtomicInteger hashes = new AtomicInteger();

    public CountingCredentials(Credentials credentials) {
        this(credentials, () -> {});
    }

    /** @param whileHashing runs after each hash, before its result is told */
    public CountingCredentials(Credentials credentials, Runnable whileHashing) {
        this.credentials = credentials;
        this.whileHashing = whileHashing;
    }

    public int hashes() {
        return hashes.get();
    }

    @Override
    public SealedPassword seal(Password password) {
        hashes.incrementAndGet();
        SealedPassword sealed = credentials.seal(password);
        whileHashing.run();
        return sealed;
    }

    @Override
    public void store(UserId user, SealedPassword password) {
        credentials.store(user, password);
    }

    @Override
    public Optional<CredentialVersion> match(Optional<UserId> user, Password password) {
        hashes.incrementAndGet();
        Optional<CredentialVersion> version = credentials.match(user, password);
        whileHashing.run();
        return version;
    }

    @Override
    public CredentialVersion hold(UserId user) {
        return credentials.hold(user);
    }
}
