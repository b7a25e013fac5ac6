package io.tenantry.persistence.session;

import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeys;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;

/** Keys in the table {@code signing_key}, the private halves encrypted. */
public final class JdbiSigningKeys implements SigningKeys {

    private final Dao<SigningKeyDao> keys;
    private final Encryption encryption;

    public JdbiSigningKeys(CurrentTransaction current, Encryption encryption) {
        this.keys = new Dao<>(current, SigningKeyDao.class);
        this.encryption = encryption;
    }

    @Override
    public List<SigningKey> all() {
        return keys.get(SigningKeyDao::all).stream().map(this::open).toList();
    }

    @Override
    public void addFirst(SigningKey key) {
        SigningKeyDao.Stored sealed = seal(key);
        keys.run(dao -> dao.insertFirst(sealed));
    }

    /** Read after the rows are held: by then it shows what was done by who held them before. */
    @Override
    public List<SigningKey> hold() {
        keys.get(SigningKeyDao::hold);
        return all();
    }

    @Override
    public void add(SigningKey key) {
        SigningKeyDao.Stored sealed = seal(key);
        keys.run(dao -> dao.insert(sealed));
    }

    @Override
    public void remove(String id) {
        keys.run(dao -> dao.delete(id));
    }

    private SigningKeyDao.Stored seal(SigningKey key) {
        byte[] sealed = encryption.seal(key.pair().getPrivate().getEncoded(), row(key.id()));
        return new SigningKeyDao.Stored(key.id(), sealed, key.createdAt(), key.signsFrom());
    }

    private SigningKey open(SigningKeyDao.Stored stored) {
        byte[] pkcs8 = encryption.open(stored.sealedPrivateKey(), row(stored.kid()));
        try {
            return new SigningKey(stored.kid(), pair(pkcs8), stored.createdAt(), stored.signsFrom());
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException("signing key " + stored.kid() + " is malformed", malformed);
        }
    }

    /** The public half is computed, not read: only what was encrypted is known to be ours. */
    private static KeyPair pair(byte[] pkcs8) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        if (rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof RSAPrivateCrtKey key) {
            RSAPublicKeySpec publicHalf = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new KeyPair(rsa.generatePublic(publicHalf), key);
        }
        throw new InvalidKeySpecException("a private key without its public exponent");
    }

    private static String row(String kid) {
        return "signing_key " + kid;
    }
}
