package io.tenantry.cli;

import io.tenantry.Configuration;
import io.tenantry.Installation;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.persistence.encryption.Resealing.Done;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The installation's secret. */
@Command(name = "secret", description = "Looks after the secret that encrypts what must not be read in the database.")
final class SecretCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    SecretCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return spec.exitCodeOnInvalidInput();
    }

    /** Beside servers at work. */
    @Command(
            name = "rotate",
            description = {
                "Encrypts everything anew by TENANTRY_SECRET that a secret of TENANTRY_SECRET_PREVIOUS has encrypted.",
                "Servers may be at work that have both. It may be stopped, and run again, at any time."
            })
    static final class Rotate implements Callable<Integer> {

        private final Console console;
        private volatile long soFar;

        Rotate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            requireGiven(console.configured());
            Done done = console.withData(() -> "encrypting anew: " + soFar, this::rotate);
            console.out().println("encrypted anew: " + done.sealed());
            requireWhole(done);
            console.out()
                    .println("nothing needs TENANTRY_SECRET_PREVIOUS any more: take it out, and restart each server");
            return 0;
        }

        /** A secret that lies in the data folder is in the memory of the server at work there, which another would lock out. */
        private static void requireGiven(Configuration configured) {
            if (configured.secret().current().isEmpty()) {
                throw new CommandFailure("the secret is in the file secret in " + configured.data()
                        + ": give a new one as TENANTRY_SECRET and that one as TENANTRY_SECRET_PREVIOUS, restart the server so,"
                        + " and run this again; the new one is yours to keep from then on");
            }
        }

        private Done rotate(Installation installation) {
            Done done = installation.rotateSecret(count -> soFar = count);
            if (done.sealed() > 0) {
                Map<String, String> data = Map.of("encrypted", Long.toString(done.sealed()));
                installation
                        .tenantry()
                        .useCases()
                        .audit()
                        .recordOperation()
                        .record(AuditAction.SECRET_ROTATED, Optional.empty(), data);
            }
            return done;
        }

        private static void requireWhole(Done done) {
            if (!done.unopened().isEmpty()) {
                throw new CommandFailure(done.unopened().size() + " opened with none of the secrets, the first is "
                        + done.unopened().get(0)
                        + ": give the secret that encrypted them in TENANTRY_SECRET_PREVIOUS too");
            }
            if (done.left() > 0) {
                throw new CommandFailure("a server still encrypts by another secret (" + done.left()
                        + " since): restart it with both, and run this again");
            }
        }
    }
}
