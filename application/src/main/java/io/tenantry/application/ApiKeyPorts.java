package io.tenantry.application;

import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.apikey.QuotaNotices;
import io.tenantry.domain.machine.RevokedTokens;

/** What the use cases about API keys and their tokens need from outside. */
public record ApiKeyPorts(
        ApiKeys keys,
        KnownKeys known,
        KeyUses uses,
        KeyGuesses guesses,
        QuotaNotices quotaNotices,
        RevokedTokens revokedTokens) {}
