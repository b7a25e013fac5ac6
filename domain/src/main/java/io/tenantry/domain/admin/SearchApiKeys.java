package io.tenantry.domain.admin;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Searches all keys, by the words of their names, and by the prefix or the id of one. For operators; noted in the audit. */
@DrivingPort
public interface SearchApiKeys {

    /** @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors */
    Page<FoundApiKey> search(Command command);

    /** @param exact what was typed, if it may be a key's prefix or id */
    record Command(Principal by, SearchText query, Optional<ApiKeyId> exact, PageRequest page, Device device) {}
}
