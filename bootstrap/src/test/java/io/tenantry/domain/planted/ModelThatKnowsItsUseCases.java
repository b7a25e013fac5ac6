package io.tenantry.domain.planted;

import io.tenantry.application.UseCases;

/** Breaks the rule on purpose: the domain knows nobody. */
public record ModelThatKnowsItsUseCases(UseCases useCases) {}
