package io.tenantry.application.planted;

import java.util.concurrent.CompletableFuture;

/** Breaks the rule on purpose: threads are the host's. */
public final class UseCaseThatStartsAThread {

    public CompletableFuture<String> later() {
        return CompletableFuture.supplyAsync(() -> "later");
    }
}
