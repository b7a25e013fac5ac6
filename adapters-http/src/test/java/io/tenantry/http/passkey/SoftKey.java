package io.tenantry.http.passkey;

import com.upokecenter.cbor.CBORObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/**
 * A key pair of one of the algorithms of WebAuthn.
 *
 * @param algorithm its number in COSE (RFC 9053)
 * @param cose the public key (RFC 9052, section 7)
 */
record SoftKey(KeyPair pair, int algorithm, String javaName, CBORObject cose) {

    private static final int KEY_TYPE = 1;
    private static final int ALGORITHM = 3;

    static SoftKey es256() {
        KeyPair pair = generate("EC", "secp256r1");
        ECPublicKey point = (ECPublicKey) pair.getPublic();
        CBORObject cose = CBORObject.NewMap()
                .Add(KEY_TYPE, 2)
                .Add(ALGORITHM, -7)
                .Add(-1, 1)
                .Add(-2, unsigned(point.getW().getAffineX(), 32))
                .Add(-3, unsigned(point.getW().getAffineY(), 32));
        return new SoftKey(pair, -7, "SHA256withECDSA", cose);
    }

    static SoftKey ed25519() {
        KeyPair pair = generate("Ed25519", null);
        byte[] encoded = pair.getPublic().getEncoded();
        CBORObject cose = CBORObject.NewMap()
                .Add(KEY_TYPE, 1)
                .Add(ALGORITHM, -8)
                .Add(-1, 6)
                .Add(-2, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return new SoftKey(pair, -8, "Ed25519", cose);
    }

    static SoftKey rs256(int bits) {
        KeyPair pair = generate("RSA", Integer.toString(bits));
        RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
        CBORObject cose = CBORObject.NewMap()
                .Add(KEY_TYPE, 3)
                .Add(ALGORITHM, -257)
                .Add(-1, unsigned(rsa.getModulus(), bits / Byte.SIZE))
                .Add(-2, unsigned(rsa.getPublicExponent(), 3));
        return new SoftKey(pair, -257, "SHA256withRSA", cose);
    }

    /** The same key under the name of another algorithm. */
    SoftKey as(int other) {
        CBORObject renamed = CBORObject.DecodeFromBytes(cose.EncodeToBytes()).Set(ALGORITHM, other);
        return new SoftKey(pair, other, javaName, renamed);
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(javaName);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static KeyPair generate(String algorithm, String parameter) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(parameter));
            } else if (parameter != null) {
                generator.initialize(Integer.parseInt(parameter));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Big-endian, in exactly so many bytes. */
    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, fixed, length - (bytes.length - from), bytes.length - from);
        return fixed;
    }
}
