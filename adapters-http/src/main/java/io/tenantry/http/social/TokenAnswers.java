package io.tenantry.http.social;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenResponse;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.social.ProviderName;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a provider answers to a code. */
final class TokenAnswers {

    private static final Logger LOG = LoggerFactory.getLogger("io.tenantry.http");

    /** The words of RFC 6749, section 5.2, and such as providers add. */
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

    private TokenAnswers() {}

    /** @throws SocialSignInFailed if it was refused; why stands in the log, for a wrong client secret is the operator's to mend */
    static TokenResponse granted(ProviderName provider, TokenResponse response) {
        if (!response.indicatesSuccess()) {
            String error = Optional.ofNullable(response.toErrorResponse().getErrorObject())
                    .map(ErrorObject::getCode)
                    .filter(word -> WORD.matcher(word).matches())
                    .orElse("other");
            LOG.warn("a provider of identities refused a code: provider={} error={}", provider.value(), error);
            throw new SocialSignInFailed();
        }
        return response;
    }
}
