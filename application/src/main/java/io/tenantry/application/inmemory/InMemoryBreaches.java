package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.BreachedPasswords;
import io.tenantry.domain.credential.Password;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords that a test takes for breached. */
final class InMemoryBreaches implements BreachedPasswords {

    private final Set<String> breached = ConcurrentHashMap.newKeySet();

    void add(Password password) {
        breached.add(password.value());
    }

    @Override
    public boolean contains(Password password) {
        return breached.contains(password.value());
    }
}
