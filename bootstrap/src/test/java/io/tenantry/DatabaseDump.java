package io.tenantry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every row of every table of a database as text, as a stolen backup shows it. */
public final class DatabaseDump {

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema')
             order by 1""";

    private DatabaseDump() {}

    /** @param superuserUrl whom no wall holds */
    public static String of(String superuserUrl) {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, TABLES)) {
                dump.append(table).append('\n');
                texts(statement, "select t::text from " + table + " t")
                        .forEach(row -> dump.append(row).append('\n'));
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return dump.toString();
    }

    private static List<String> texts(Statement statement, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
