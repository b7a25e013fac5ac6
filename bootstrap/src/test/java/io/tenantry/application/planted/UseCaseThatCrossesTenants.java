package io.tenantry.application.planted;

import io.tenantry.domain.port.Transactions;

/** Breaks the rule on purpose: it looks across the walls, and is not on the list of those who may. */
public record UseCaseThatCrossesTenants(Transactions transactions) {

    public String peek() {
        return transactions.acrossTenants(() -> "everything");
    }
}
