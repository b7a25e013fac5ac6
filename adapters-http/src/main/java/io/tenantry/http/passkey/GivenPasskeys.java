package io.tenantry.http.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import io.tenantry.domain.passkey.Passkey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passkeys of one user that one call is about: all that the library gets to see. It knows users by name; here that is the handle. */
final class GivenPasskeys implements CredentialRepository {

    private final List<Passkey> passkeys;

    GivenPasskeys(List<Passkey> passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String name) {
        return passkeys.stream().map(GivenPasskeys::descriptor).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String name) {
        return passkeys.stream()
                .map(UserHandle::of)
                .filter(handle -> handle.getBase64Url().equals(name))
                .findFirst();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return getUserHandleForUsername(handle.getBase64Url()).map(ByteArray::getBase64Url);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
        return all(credential)
                .filter(registered -> registered.getUserHandle().equals(handle))
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        return all(credential).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<RegisteredCredential> all(ByteArray credential) {
        return passkeys.stream()
                .filter(passkey -> id(passkey).equals(credential))
                .map(GivenPasskeys::registered);
    }

    private static RegisteredCredential registered(Passkey passkey) {
        return RegisteredCredential.builder()
                .credentialId(id(passkey))
                .userHandle(UserHandle.of(passkey))
                .publicKeyCose(bytes(passkey.credential().publicKey()))
                .signatureCount(passkey.credential().signatureCount())
                .build();
    }

    private static PublicKeyCredentialDescriptor descriptor(Passkey passkey) {
        Set<AuthenticatorTransport> transports = passkey.credential().transports().stream()
                .map(AuthenticatorTransport::of)
                .collect(Collectors.toUnmodifiableSet());
        return PublicKeyCredentialDescriptor.builder()
                .id(id(passkey))
                .transports(transports)
                .build();
    }

    private static ByteArray id(Passkey passkey) {
        return bytes(passkey.credential().id().base64url());
    }

    private static ByteArray bytes(String base64url) {
        try {
            return ByteArray.fromBase64Url(base64url);
        } catch (Base64UrlException notAsItWasStored) {
            throw new IllegalStateException(notAsItWasStored);
        }
    }
}
