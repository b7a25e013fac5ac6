package io.tenantry.domain.page;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a page ends: the time and id of its last row. Rows are listed by both, so none is shown twice or left out, also when
 * several bear the same time.
 */
public record Cursor(Instant at, UUID id) {}
