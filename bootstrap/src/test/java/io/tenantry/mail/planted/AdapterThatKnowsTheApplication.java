package io.tenantry.mail.planted;

import io.tenantry.application.UseCases;

/** Breaks the rule on purpose: an adapter knows the domain alone. */
public record AdapterThatKnowsTheApplication(UseCases useCases) {}
