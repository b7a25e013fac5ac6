package io.tenantry.persistence.webhook;

import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.persistence.encryption.Encryption;

/** The secrets of webhooks at rest. Both of one are sealed alike, so that at a renewal the current one becomes the one before. */
final class SealedSecrets {

    private SealedSecrets() {}

    static byte[] seal(WebhookSecret secret, WebhookId webhook, Encryption encryption) {
        return encryption.seal(secret.bytes(), row(webhook));
    }

    /** @throws Encryption.DoesNotOpen if it was sealed with a secret that this node has not */
    static WebhookSecret open(byte[] sealed, WebhookId webhook, Encryption encryption) {
        return new WebhookSecret(encryption.open(sealed, row(webhook)));
    }

    private static String row(WebhookId webhook) {
        return "webhook " + webhook;
    }
}
