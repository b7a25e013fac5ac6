package io.tenantry.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads a request's body as one JSON object, strictly (RFC 8259): UTF-8 without a mark, no member twice, 64 levels at most,
 * nothing behind it. No body at all is an empty object.
 */
public final class JsonBody {
    private static final String BODY = "io.tenantry.http.json-body";
    private static final int MAX_DEPTH = 64;
    private static final Pattern JSON = Pattern.compile(
            "application/json[ \t]*(;[ \t]*charset[ \t]*=[ \t]*\"?utf-?8\"?[ \t]*)?;?", Pattern.CASE_INSENSITIVE);
    private static final JsonMapper MAPPER = strictMapper();

    private JsonBody() {}

    /** @throws WireFailure 400, 408, 413, 415 or 503 */
    public static Fields read(Context ctx) {
        byte[] body = bytes(ctx);
        return new Fields(body.length == 0 ? JsonNodeFactory.instance.objectNode() : parse(body));
    }

    /**
     * The body as it came, which may be no JSON at all. It can be read more than once.
     *
     * @throws WireFailure 400, 408, 413, 415 or 503
     */
    public static byte[] bytes(Context ctx) {
        byte[] known = ctx.attribute(BODY);
        if (known != null) {
            return known;
        }
        requireJson(ctx.req());
        byte[] body = BodyReader.hasBody(ctx.req()) ? BodyReader.read(ctx, BodyLimit.JSON) : new byte[0];
        ctx.attribute(BODY, body);
        return body;
    }

    /**
     * Parses text from a caller as one JSON object.
     *
     * @throws WireFailure 400
     */
    public static ObjectNode parse(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonNode node = text.startsWith("\uFEFF") ? null : MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw WireFailure.malformed();
        } catch (CharacterCodingException | JsonProcessingException malformed) {
            throw WireFailure.malformed();
        }
    }

    private static void requireJson(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        boolean fits = type == null
                ? !BodyReader.hasBody(request)
                : JSON.matcher(type.strip()).matches();
        if (!fits || request.getHeader("Content-Encoding") != null) {
            throw WireFailure.unsupportedMediaType();
        }
    }

    private static JsonMapper strictMapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
