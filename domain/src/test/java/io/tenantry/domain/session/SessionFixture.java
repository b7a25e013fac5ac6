package io.tenantry.domain.session;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Sessions that no other test knows. */
public final class SessionFixture {

    private static final Device BROWSER =
            new Device(Optional.of("203.0.113.7"), Optional.of("Mozilla/5.0 (X11; Linux x86_64) Grüße"));

    private SessionFixture() {}

    /** Opened now, with the standard lifetimes. */
    public static Session rotating(UserId user) {
        return openedAt(TimeFixture.now(), user, SessionKind.ROTATING);
    }

    public static Session openedAt(Instant now, UserId user, SessionKind kind) {
        SessionId id = SessionId.next(now, UniqueFixture.random());
        return TokenPolicy.STANDARD.open(id, user, kind, false, false, BROWSER, now);
    }

    public static RefreshToken aRefreshToken() {
        return RefreshToken.rotating(UniqueFixture.random());
    }

    public static RotationSalt aSalt() {
        return RotationSalt.generate(UniqueFixture.random());
    }
}
