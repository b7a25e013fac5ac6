package io.tenantry.application.planted;

import org.slf4j.Logger;

/** Breaks the rule on purpose: the core knows no framework. */
public record UseCaseThatLogs(Logger log) {}
