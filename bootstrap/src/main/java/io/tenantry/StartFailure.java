package io.tenantry;

/** Why the server or a command cannot run, in one line for the operator, with what would do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String line) {
        super(line);
    }

    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
