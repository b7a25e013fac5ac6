package io.tenantry.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.domain.tenant.ListTenants.Listed;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.EmailAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tenants as they are printed. */
final class TenantList {

    /** As in every answer of the server: ISO-8601, UTC, three digits of a second. */
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> HEADER = List.of("NUMBER", "SLUG", "STATUS", "DOMAIN", "OWNER", "NAME");
    private static final String GAP = "  ";

    private TenantList() {}

    static void writeTable(List<Listed> tenants, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        tenants.forEach(listed -> rows.add(row(listed)));
        int[] widths = widths(rows);
        rows.forEach(row -> out.println(line(row, widths)));
    }

    /** On one line an array, its members in the order of their numbers. */
    static void writeJson(List<Listed> tenants, PrintWriter out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        for (Listed listed : tenants) {
            write(listed, json);
        }
        json.writeEndArray();
        json.close();
        out.println();
    }

    private static void write(Listed listed, JsonGenerator json) throws IOException {
        Tenant tenant = listed.tenant();
        json.writeStartObject();
        json.writeNumberField("number", tenant.number());
        json.writeStringField("id", tenant.id().toString());
        json.writeStringField("slug", tenant.slug().value());
        json.writeStringField("name", tenant.name().value());
        json.writeStringField("status", status(tenant));
        json.writeStringField("domain", listed.domain().host().value());
        json.writeArrayFieldStart("owners");
        for (EmailAddress owner : listed.owners()) {
            json.writeString(owner.value());
        }
        json.writeEndArray();
        json.writeStringField("createdAt", MILLISECONDS.format(tenant.createdAt()));
        json.writeEndObject();
    }

    private static List<String> row(Listed listed) {
        Tenant tenant = listed.tenant();
        return List.of(
                Long.toString(tenant.number()),
                tenant.slug().value(),
                status(tenant),
                listed.domain().host().value(),
                listed.owners().stream().map(EmailAddress::value).collect(Collectors.joining(", ")),
                tenant.name().value());
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - length(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String status(Tenant tenant) {
        return tenant.status().name().toLowerCase(Locale.ROOT);
    }
}
