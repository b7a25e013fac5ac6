package io.tenantry.cli;

/** Why a command could not do its work, in one line, with what would do. */
final class CommandFailure extends RuntimeException {

    CommandFailure(String line) {
        super(line);
    }
}
