package io.tenantry.persistence.portability;

import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.persistence.apikey.ApiKeyRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Staged texts, held against the rules of the domain: the database knows their lengths at most, and no port has seen them. */
final class ArchivedTexts {

    private static final int ROWS_AT_ONCE = 1000;

    /** Of a full name's two parts, the last may be as long as the whole; and of two such, with a space, the whole is made. */
    private static final int LONGEST_PART = PersonName.MAX_FULL_LENGTH;

    private static final int LONGEST_NAME = 2 * LONGEST_PART + 1;

    private final Handle handle;

    private record Field(String column, Rule rule) {}

    private interface Rule {
        boolean holds(ResultSet row) throws SQLException;
    }

    ArchivedTexts(Handle handle) {
        this.handle = handle;
    }

    /** @throws PortabilityRefused naming the column, if a value is not as this installation would have stored it */
    void require() {
        require(
                ControlTable.TENANT,
                text("name", ArchivedTexts::isTenantName),
                text("slug", slug -> Slug.problemWith(slug).isEmpty()),
                text("contact_email", ArchivedTexts::isAddress));
        require(
                ControlTable.APP_USER,
                text("email", ArchivedTexts::isAddress),
                new Field("email_canonical", ArchivedTexts::isCanonical),
                textOrNone("first_name", part -> isLine(part, 1, LONGEST_PART)),
                textOrNone("last_name", part -> isLine(part, 1, LONGEST_PART)),
                text("full_name", full -> full.isEmpty() || isLine(full, 1, LONGEST_NAME)));
        require(ControlTable.TENANT_DOMAIN, text("host", ArchivedTexts::isHost));
        require(
                ControlTable.INVITATION,
                text("email", ArchivedTexts::isAddress),
                new Field("email_canonical", ArchivedTexts::isCanonical));
        require(ControlTable.API_KEY, text("name", ArchivedTexts::isKeyName), text("scopes", ArchivedTexts::isScopes));
    }

    private void require(ControlTable table, Field... fields) {
        handle.createQuery("select * from " + table.archived())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> wrongIn(row, List.of(fields)))
                .filter(column -> !column.isEmpty())
                .findFirst()
                .ifPresent(column -> {
                    throw new PortabilityRefused(
                            table.entry() + " of the archive holds what is no " + column + " that could be here");
                });
    }

    /** The first column; empty if there is none. */
    private static String wrongIn(ResultSet row, List<Field> fields) throws SQLException {
        for (Field field : fields) {
            if (!field.rule().holds(row)) {
                return field.column();
            }
        }
        return "";
    }

    private static Field text(String column, Predicate<String> rule) {
        return new Field(column, row -> {
            String text = row.getString(column);
            return text != null && rule.test(text);
        });
    }

    private static Field textOrNone(String column, Predicate<String> rule) {
        return new Field(column, row -> {
            String text = row.getString(column);
            return text == null || rule.test(text);
        });
    }

    private static boolean isAddress(String text) {
        return EmailAddress.parse(text)
                .filter(address -> address.value().equals(text))
                .isPresent();
    }

    /** Asked of a row whose address is one. */
    private static boolean isCanonical(ResultSet row) throws SQLException {
        return EmailAddress.of(row.getString("email")).canonical().equals(row.getString("email_canonical"));
    }

    private static boolean isTenantName(String text) {
        return TenantName.problemWith(text).isEmpty()
                && new TenantName(text).value().equals(text);
    }

    private static boolean isKeyName(String text) {
        return ApiKeyName.problemWith(text).isEmpty()
                && new ApiKeyName(text).value().equals(text);
    }

    private static boolean isScopes(String text) {
        List<String> scopes = text.isEmpty() ? List.of() : List.of(text.split(" "));
        return scopes.size() <= Scopes.MOST
                && scopes.stream().allMatch(Scope::isScope)
                && ApiKeyRow.scopes(text).toString().equals(text);
    }

    private static boolean isLine(String text, int min, int max) {
        return PlainText.trim(text).equals(text)
                && PlainText.problemWith(text, min, max).isEmpty();
    }

    private static boolean isHost(String text) {
        return HostName.fromHeader(text)
                .filter(host -> host.value().equals(text))
                .isPresent();
    }
}
