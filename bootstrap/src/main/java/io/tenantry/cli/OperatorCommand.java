package io.tenantry.cli;

import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who operates the installation. */
@Command(name = "operator", description = "Appoints the operators of the installation.")
final class OperatorCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    OperatorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return spec.exitCodeOnInvalidInput();
    }

    /** Only in sessions that were opened with a second factor does it count. */
    @Command(name = "add", description = "Makes a user an operator, who then needs a second factor to act as one.")
    static final class Add extends Change {

        Add(Console console) {
            super(console, true, " is an operator, in every session that is opened with a second factor");
        }
    }

    /** Within a second, also where they are signed in. */
    @Command(name = "remove", description = "Makes an operator a user like others, within a second.")
    static final class Remove extends Change {

        Remove(Console console) {
            super(console, false, " is no operator");
        }
    }

    /** An appointment, or its end. */
    abstract static class Change implements Callable<Integer> {

        private final Console console;
        private final boolean operator;
        private final String done;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "EMAIL", description = "The address of a user who has signed up.")
        private String email;

        Change(Console console, boolean operator, String done) {
            this.console = console;
            this.operator = operator;
            this.done = done;
        }

        @Override
        public Integer call() {
            EmailAddress address = EmailAddress.parse(email)
                    .orElseThrow(() ->
                            new ParameterException(spec.commandLine(), "EMAIL: an address such as ada@example.com"));
            User user = console.withTenantry(
                    "appointing " + address,
                    tenantry -> appoint(tenantry.useCases().users().appointOperator(), address));
            console.out().println(user.email() + done);
            return 0;
        }

        private User appoint(AppointOperator appointOperator, EmailAddress address) {
            try {
                return appointOperator.appoint(new AppointOperator.Command(address, operator));
            } catch (NotFound none) {
                throw new CommandFailure("no user has the address " + address + ": they must sign up first");
            }
        }
    }
}
