package io.tenantry.persistence.portability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What an archive says of itself.
 *
 * @param product the version that made it
 * @param baseDomain of the installation that made it
 * @param scripts what the tenant's schema was made of, in order
 */
record Manifest(
        String product,
        Instant createdAt,
        TenantId tenant,
        Slug slug,
        String baseDomain,
        List<Script> scripts,
        List<Entry> entries,
        List<Table> tables,
        List<TenantTable.Sequence> sequences) {

    static final String NAME = "manifest.json";
    private static final int FORMAT = 1;

    /** A script of which schemas are made. */
    record Script(String name, String checksum) {}

    /**
     * @param sha256 in hexadecimal
     * @param bytes when it is unfolded
     */
    record Entry(String name, String sha256, long bytes, long rows) {}

    /**
     * @param entry which holds its rows, as COPY writes them
     * @param columns in the order in which they stand there
     */
    record Table(String name, String entry, List<String> columns) {}

    byte[] json() throws IOException {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("format", FORMAT).put("product", product).put("createdAt", createdAt.toString());
        json.putObject("tenant")
                .put("id", tenant.toString())
                .put("slug", slug.value())
                .put("baseDomain", baseDomain);
        ArrayNode scriptsJson = json.putArray("scripts");
        scripts.forEach(
                script -> scriptsJson.addObject().put("name", script.name()).put("checksum", script.checksum()));
        ArrayNode entriesJson = json.putArray("entries");
        entries.forEach(entry -> entriesJson
                .addObject()
                .put("name", entry.name())
                .put("sha256", entry.sha256())
                .put("bytes", entry.bytes())
                .put("rows", entry.rows()));
        ArrayNode tablesJson = json.putArray("tables");
        tables.forEach(table -> table.columns()
                .forEach(tablesJson
                        .addObject()
                        .put("name", table.name())
                        .put("entry", table.entry())
                        .putArray("columns")::add));
        ArrayNode sequencesJson = json.putArray("sequences");
        sequences.forEach(sequence -> sequencesJson
                .addObject()
                .put("name", sequence.name())
                .put("lastValue", sequence.lastValue())
                .put("called", sequence.called()));
        return Json.bytes(json);
    }

    /** @throws PortabilityRefused if it is none that this version understands */
    static Manifest of(byte[] bytes) {
        JsonNode json = Json.object(bytes).orElseThrow(() -> malformed("it is no JSON object"));
        if (json.path("format").asInt() != FORMAT) {
            throw new PortabilityRefused(
                    "the archive's format is not " + FORMAT + ": another version of Tenantry made it");
        }
        JsonNode tenant = json.path("tenant");
        try {
            return new Manifest(
                    text(json, "product"),
                    Instant.parse(text(json, "createdAt")),
                    new TenantId(UUID.fromString(text(tenant, "id"))),
                    new Slug(text(tenant, "slug")),
                    text(tenant, "baseDomain"),
                    list(json, "scripts", one -> new Script(text(one, "name"), text(one, "checksum"))),
                    list(
                            json,
                            "entries",
                            one -> new Entry(
                                    text(one, "name"), text(one, "sha256"), number(one, "bytes"), number(one, "rows"))),
                    list(
                            json,
                            "tables",
                            one -> new Table(
                                    text(one, "name"), text(one, "entry"), list(one, "columns", Manifest::text))),
                    list(
                            json,
                            "sequences",
                            one -> new TenantTable.Sequence(
                                    text(one, "name"), integer(one, "lastValue"), flag(one, "called"))));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new PortabilityRefused(
                    "the archive's manifest.json cannot be used: a value is not what it should be", wrong);
        }
    }

    private static <T> List<T> list(JsonNode json, String member, Function<JsonNode, T> reader) {
        JsonNode array = json.path(member);
        if (!array.isArray()) {
            throw malformed(member + " is no list");
        }
        List<T> list = new ArrayList<>();
        array.forEach(one -> list.add(reader.apply(one)));
        return List.copyOf(list);
    }

    private static String text(JsonNode json, String member) {
        return text(json.path(member));
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw malformed("a text is missing");
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String member) {
        long number = integer(json, member);
        if (number < 0) {
            throw malformed(member + " is negative");
        }
        return number;
    }

    private static long integer(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw malformed(member + " is no whole number");
        }
        return value.longValue();
    }

    private static boolean flag(JsonNode json, String member) {
        if (!json.path(member).isBoolean()) {
            throw malformed(member + " is neither true nor false");
        }
        return json.path(member).booleanValue();
    }

    private static PortabilityRefused malformed(String what) {
        return new PortabilityRefused("the archive's manifest.json cannot be used: " + what);
    }
}
