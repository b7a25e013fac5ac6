package io.tenantry.http.passkey;

import com.yubico.webauthn.data.ByteArray;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.user.UserId;
import java.nio.ByteBuffer;
import java.util.UUID;

/** By what an authenticator knows a user (WebAuthn Level 3, section 4, "user handle"): the 16 bytes of their id. */
final class UserHandle {

    private UserHandle() {}

    static ByteArray of(Passkey passkey) {
        return of(passkey.user());
    }

    static ByteArray of(UserId user) {
        UUID id = user.value();
        return new ByteArray(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
