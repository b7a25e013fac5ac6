package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionPoolsTest {

    @Test
    void what_the_url_does_not_say_is_set_so_that_a_hung_primary_is_noticed() {
        HikariConfig pool = ConnectionPools.settings("postgres://ada:pw@db/shop", 7);

        assertThat(pool.getJdbcUrl())
                .isEqualTo("jdbc:postgresql://db/shop?connectTimeout=2&socketTimeout=10&tcpKeepAlive=true");
        assertThat(pool.getUsername()).isEqualTo("ada");
        assertThat(pool.getPassword()).isEqualTo("pw");
        assertThat(pool.getMaximumPoolSize()).isEqualTo(7);
        assertThat(pool.getConnectionTimeout()).isEqualTo(10_000);
        assertThat(pool.getMaxLifetime()).isBetween(60_000L, 1_800_000L);
    }

    @Test
    void what_the_url_says_stays() {
        String url =
                "jdbc:postgresql://db/shop?socketTimeout=99&connectTimeout=7&tcpKeepAlive=false&sslmode=verify-full";

        assertThat(poolUrl(url))
                .isEqualTo("jdbc:postgresql://db/shop?connectTimeout=7&socketTimeout=99&sslmode=verify-full"
                        + "&tcpKeepAlive=false");
    }

    @Test
    void of_several_hosts_the_primary_is_sought() {
        assertThat(poolUrl("postgres://one:5433,two:5434/shop"))
                .startsWith("jdbc:postgresql://one:5433,two:5434/shop?")
                .contains("targetServerType=primary");
        assertThat(poolUrl("jdbc:postgresql://one,two/shop?targetServerType=any"))
                .contains("targetServerType=any");
        assertThat(poolUrl("postgres://one/shop")).doesNotContain("targetServerType");
    }

    @Test
    void connections_for_migrations_and_listening_have_no_socket_timeout() {
        PGSimpleDataSource direct = (PGSimpleDataSource) ConnectionPools.direct("postgres://ada:pw@db/shop");

        assertThat(direct.getSocketTimeout()).isZero();
        assertThat(direct.getConnectTimeout()).isEqualTo(2);
        assertThat(direct.getTcpKeepAlive()).isTrue();
        assertThat(direct.getUser()).isEqualTo("ada");
        assertThat(direct.getPassword()).isEqualTo("pw");
    }

    @Test
    void user_and_password_are_decoded_in_either_form() {
        for (String url : List.of(
                "postgres://ada%40x:p%25%3A%2F%3F%23w+1@db/shop",
                "postgresql://db/shop?user=ada%40x&password=p%25%3A%2F%3F%23w+1",
                "jdbc:postgresql://db/shop?user=ada%40x&password=p%25%3A%2F%3F%23w%2B1")) {
            PGSimpleDataSource direct = (PGSimpleDataSource) ConnectionPools.direct(url);
            assertThat(direct.getUser()).isEqualTo("ada@x");
            assertThat(direct.getPassword()).isEqualTo("p%:/?#w+1");
        }
    }

    @Test
    void what_libpq_calls_otherwise_is_understood() {
        assertThat(poolUrl("postgres://db/shop?connect_timeout=9&application_name=a%20b&target_session_attrs=read-write"
                        + "&channel_binding=require&options"))
                .isEqualTo("jdbc:postgresql://db/shop?ApplicationName=a+b&channelBinding=require&connectTimeout=9"
                        + "&options=&socketTimeout=10&targetServerType=primary&tcpKeepAlive=true");
    }

    @Test
    void what_is_no_such_url_is_refused_without_being_repeated() {
        for (String url : List.of(
                "",
                "mysql://ada:pw-secret@db/shop",
                "ada:pw-secret@db",
                "jdbc:postgresql://ada:pw-secret@db/shop",
                "postgres://ada:pw-secret%zz@db/shop")) {
            Throwable refused = catchThrowable(() -> ConnectionPools.pool(url, 1));
            assertThat(refused).isInstanceOf(IllegalArgumentException.class).hasNoCause();
            assertThat(refused.toString()).doesNotContain("pw-secret");
        }
    }

    @Test
    void a_pool_is_made_while_the_database_is_away_and_its_errors_show_no_password() {
        try (HikariDataSource pool = ConnectionPools.pool("postgres://ada:pw-secret@127.0.0.1:1/shop", 1)) {
            pool.setConnectionTimeout(300);

            assertThatThrownBy(pool::getConnection)
                    .isInstanceOf(SQLException.class)
                    .extracting(ConnectionPoolsTest::wholeText)
                    .asString()
                    .doesNotContain("pw-secret");
            assertThat(pool.toString()).doesNotContain("pw-secret");
        }
        assertThat(DatabaseUrl.parse("postgres://ada:pw-secret@db/shop").toString())
                .doesNotContain("pw-secret");
    }

    @Test
    void both_ways_really_connect() throws SQLException {
        PostgresForTests.Database database = PostgresForTests.empty();

        try (HikariDataSource pool = ConnectionPools.pool(database.serverUrl(), 1);
                Connection pooled = pool.getConnection();
                Connection direct = ConnectionPools.direct(database.serverUrl()).getConnection()) {
            assertThat(pooled.isValid(1)).isTrue();
            assertThat(direct.isValid(1)).isTrue();
        }
    }

    private static String poolUrl(String url) {
        return ConnectionPools.settings(url, 1).getJdbcUrl();
    }

    private static String wholeText(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append(each);
        }
        return text.toString();
    }
}
