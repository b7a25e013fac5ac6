package io.tenantry.domain.apikey;

/** The use cases about API keys. */
public record ApiKeyUseCases(
        IssueApiKey issueApiKey,
        ListApiKeys listApiKeys,
        ReadApiKey readApiKey,
        RenameApiKey renameApiKey,
        RotateApiKey rotateApiKey,
        RevokeApiKey revokeApiKey,
        ReadApiKeyUsage readApiKeyUsage,
        VerifyApiKey verifyApiKey,
        AuthenticateApiKey authenticateApiKey,
        CountApiKeyCall countApiKeyCall,
        WriteApiKeyUse writeApiKeyUse) {}
