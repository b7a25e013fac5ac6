package io.tenantry;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cli.CommandLineInterface;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.database.ExternalPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation's secret is replaced by another while two servers are at work. */
class SecretRotationIT {

    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @TempDir
    static Path folder;

    private static ExternalPostgres postgres;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(folder.resolve("cluster"));
        postgres.execute("create role nodes login password 'nodes-password'", "create database nodes owner nodes");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void what_was_encrypted_before_works_by_the_new_secret_alone() {
        Person ada;
        Person.Generator generator;
        String access;
        try (RunningTenantry before = RunningTenantry.start(settings(OLD))) {
            ada = Person.verifiedOwner(new Api(before));
            access = ada.access();
            generator = ada.setUpGenerator(access);
        }

        try (RunningTenantry one = RunningTenantry.start(both());
                RunningTenantry other = RunningTenantry.start(both())) {
            assertThat(new Api(one).get("/api/v1/me", access).status()).isEqualTo(200);
            assertThat(run(both())).as(err.toString()).isZero();
            assertThat(out.toString()).contains("encrypted anew: 2", "nothing needs TENANTRY_SECRET_PREVIOUS any more");
            assertThat(new Api(one).get("/api/v1/me", access).status()).isEqualTo(200);
            assertThat(new Api(other).get("/api/v1/me", access).status()).isEqualTo(200);
        }

        try (RunningTenantry after = RunningTenantry.start(settings(NEW))) {
            Api api = new Api(after);
            assertThat(api.get("/api/v1/me", access).status()).isEqualTo(200);
            String mfaToken = ada.signIn(api, Person.PASSWORD).text("/mfaToken");
            Answer signedIn = api.post("/api/v1/session/mfa", json("mfaToken", mfaToken, "code", generator.code(0)));
            assertThat(signedIn.status()).isEqualTo(200);
            assertThat(Person.verified(api).signIn().status()).as("by a mail").isEqualTo(200);
        }
    }

    @Test
    void without_a_secret_that_opens_everything_it_says_which_is_missing() {
        Map<String, String> embedded =
                Map.of("TENANTRY_DATA", folder.resolve("data").toString());
        try (Installation installation = Installation.open(Configuration.load(embedded, folder))) {
            installation.migrate();
            installation.tenantry().useCases().sessions().readSigningKeys().read();
        }
        Map<String, String> other = new HashMap<>(embedded);
        other.put("TENANTRY_SECRET", NEW);

        assertThat(run(embedded)).isEqualTo(1);
        assertThat(err.toString())
                .contains("the secret is in the file secret in")
                .contains("TENANTRY_SECRET_PREVIOUS");
        assertThat(run(other)).isEqualTo(1);
        assertThat(err.toString()).contains("1 opened with none of the secrets, the first is signing_key ");
    }

    private int run(Map<String, String> settings) {
        return new CommandLineInterface(settings, folder, new PrintWriter(out, true), new PrintWriter(err, true))
                .run("secret", "rotate");
    }

    private static Map<String, String> both() {
        Map<String, String> both = new HashMap<>(settings(NEW));
        both.put("TENANTRY_SECRET_PREVIOUS", OLD);
        return both;
    }

    private static Map<String, String> settings(String secret) {
        return Map.of(
                "DATABASE_URL",
                postgres.url("nodes", "nodes-password", "nodes"),
                "TENANTRY_SECRET",
                secret,
                "TENANTRY_PUBLIC_URL",
                "http://localhost:8080",
                "TENANTRY_RATE_LIMITS",
                "off",
                "TENANTRY_BCRYPT_COST",
                "4");
    }
}
