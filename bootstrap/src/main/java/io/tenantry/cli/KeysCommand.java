package io.tenantry.cli;

import io.tenantry.domain.session.RotateSigningKeys.Rotated;
import io.tenantry.domain.session.RotateSigningKeys.When;
import io.tenantry.domain.session.SigningKey;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys that sign access tokens. */
@Command(name = "keys", description = "Looks after the keys that sign access tokens.")
final class KeysCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    KeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return spec.exitCodeOnInvalidInput();
    }

    /** By id, as they stand in {@code /.well-known/jwks.json}. */
    @Command(name = "list", description = "Lists the signing keys, the newest first.")
    static final class Listing implements Callable<Integer> {

        private final Console console;

        Listing(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            List<SigningKey> keys = console.withTenantry(
                    "reading keys",
                    tenantry -> tenantry.useCases().sessions().readSigningKeys().read());
            write(keys, console.out());
            return 0;
        }
    }

    /** Servers at work follow within half a minute. */
    @Command(
            name = "rotate",
            description = {
                "Makes the next signing key: published now, to sign from tomorrow on, as happens every 90 days by itself.",
                "Servers at work follow within half a minute, without a restart."
            })
    static final class Rotate implements Callable<Integer> {

        private final Console console;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--now",
                description =
                        "Signs by it at once. Who keeps the published keys for an hour may refuse its tokens so long.")
        private boolean now;

        @Option(
                names = "--revoke",
                description =
                        "With --now, for a key that leaked: removes all others, and so ends every access token there is.")
        private boolean revoke;

        Rotate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (revoke && !now) {
                throw new ParameterException(spec.commandLine(), "--revoke needs --now: something must sign");
            }
            When when = revoke ? When.NOW_ALONE : now ? When.NOW : When.NEXT;
            Rotated rotated = console.withTenantry(
                    "rotating keys",
                    tenantry ->
                            tenantry.useCases().sessions().rotateSigningKeys().rotate(when));
            if (rotated.made().isEmpty()) {
                console.out().println("the next key is published already");
            }
            rotated.removed().forEach(id -> console.out().println(id + " is removed"));
            write(rotated.keys(), console.out());
            return 0;
        }
    }

    private static void write(List<SigningKey> keys, PrintWriter out) {
        Instant now = Instant.now();
        String signing = SigningKey.signing(keys, now).map(SigningKey::id).orElse("");
        keys.forEach(
                key -> out.println(key.id() + " " + state(key, signing, now) + ", made " + seconds(key.createdAt())));
    }

    private static String state(SigningKey key, String signing, Instant now) {
        if (key.id().equals(signing)) {
            return "signs";
        }
        return key.isToCome(now)
                ? "signs from " + seconds(key.signsFrom()) + " on"
                : "verifies until its last token is over";
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
