package io.tenantry.http.wire;

/** How much of a body is taken, and how long it is waited for. */
enum BodyLimit {
    JSON(64 * 1024, 1),
    /** For a mebibyte a line of 400 kbit/s is enough. */
    PICTURE(1024 * 1024, 4);

    private final int bytes;
    private final int waits;

    BodyLimit(int bytes, int waits) {
        this.bytes = bytes;
        this.waits = waits;
    }

    int bytes() {
        return bytes;
    }

    /** How many times as long as usual it is waited for. */
    int waits() {
        return waits;
    }
}
