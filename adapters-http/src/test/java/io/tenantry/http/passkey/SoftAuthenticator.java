package io.tenantry.http.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An authenticator and its browser in software: makes keys and really signs (WebAuthn Level 3, sections 6.3.2 and 6.3.3). A
 * test may twist what it does. Not thread-safe.
 */
public final class SoftAuthenticator {

    static final int USER_PRESENT = 0x01;
    static final int USER_VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String origin;
    private final SoftKey key;
    private byte[] id = random(32);
    private JsonNode userHandle;

    boolean attestsItself;
    int flags = USER_PRESENT | USER_VERIFIED;
    long count = 1;
    String rpId;
    Consumer<ObjectNode> clientData = data -> {};
    Consumer<CBORObject> attestation = object -> {};
    Consumer<ObjectNode> answer = whole -> {};
    UnaryOperator<byte[]> signature = bytes -> bytes;

    /** @param origin of the page that asks */
    public SoftAuthenticator(String origin) {
        this(origin, SoftKey.es256());
    }

    SoftAuthenticator(String origin, SoftKey key) {
        this.origin = origin;
        this.key = key;
    }

    /** What {@code navigator.credentials.create} gives, as {@code toJSON()} writes it. */
    public String register(String options) {
        JsonNode asked = read(options);
        userHandle = asked.required("user").required("id");
        byte[] client = client("webauthn.create", asked);
        byte[] data = registrationData(asked.required("rp").required("id"));
        CBORObject object = CBORObject.NewMap()
                .Add("fmt", attestsItself ? "packed" : "none")
                .Add("attStmt", attestsItself ? statement(data, client) : CBORObject.NewMap())
                .Add("authData", data);
        attestation.accept(object);
        ObjectNode response = JsonNodeFactory.instance
                .objectNode()
                .put("clientDataJSON", base64(client))
                .put("attestationObject", base64(object.EncodeToBytes()))
                .put("authenticatorData", base64(object.get("authData").GetByteString()))
                .put("publicKeyAlgorithm", key.algorithm());
        count++;
        response.putArray("transports").add("internal").add("hybrid").add("carrier-pigeon");
        return credential(response);
    }

    /** What {@code navigator.credentials.get} gives, as {@code toJSON()} writes it. */
    public String sign(String options) {
        JsonNode asked = read(options);
        byte[] client = client("webauthn.get", asked);
        byte[] data = authenticatorData(asked.required("rpId"), flags);
        ObjectNode response = JsonNodeFactory.instance
                .objectNode()
                .put("clientDataJSON", base64(client))
                .put("authenticatorData", base64(data))
                .put("signature", base64(signature.apply(key.sign(joined(data, sha256(client))))));
        response.set("userHandle", userHandle);
        count++;
        return credential(response);
    }

    void id(byte[] other) {
        id = other;
    }

    String id() {
        return base64(id);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String credential(ObjectNode response) {
        ObjectNode whole = JsonNodeFactory.instance
                .objectNode()
                .put("id", id())
                .put("rawId", id())
                .put("type", "public-key")
                .put("authenticatorAttachment", "platform");
        whole.set("response", response);
        whole.putObject("clientExtensionResults").putObject("credProps").put("rk", true);
        answer.accept(whole);
        return whole.toString();
    }

    private byte[] client(String type, JsonNode asked) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("type", type);
        data.set("challenge", asked.required("challenge"));
        data.put("origin", origin).put("crossOrigin", false);
        clientData.accept(data);
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** WebAuthn Level 3, section 8.2. */
    private CBORObject statement(byte[] data, byte[] client) {
        return CBORObject.NewMap()
                .Add("alg", key.algorithm())
                .Add("sig", signature.apply(key.sign(joined(data, sha256(client)))));
    }

    private byte[] registrationData(JsonNode askedRpId) {
        byte[] cose = key.cose().EncodeToBytes();
        return joined(
                authenticatorData(askedRpId, flags | ATTESTED),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                cose);
    }

    private byte[] authenticatorData(JsonNode askedRpId, int withFlags) {
        String hashed = rpId == null ? askedRpId.textValue() : rpId;
        return ByteBuffer.allocate(37)
                .put(sha256(hashed.getBytes(StandardCharsets.UTF_8)))
                .put((byte) withFlags)
                .putInt((int) count)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static JsonNode read(String options) {
        try {
            return MAPPER.readTree(options);
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(options, noJson);
        }
    }
}
