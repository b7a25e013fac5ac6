package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.admin.Directory} must do about API keys. */
public abstract class KeyDirectoryContract extends PortContract {

    private final String word = UniqueFixture.word();
    private final Instant now = TimeFixture.now();

    @Test
    void a_key_is_found_by_the_beginnings_of_words_of_its_name_with_its_tenant_and_its_use() {
        ApiKey key = stored("Größer & Söhne " + word, now);
        Tenant tenant = outside(() -> ports().tenants().find(key.tenant())).orElseThrow();
        FoundApiKey found = new FoundApiKey(new ApiKeyDetails(key, ApiKeyUse.NONE), tenant);

        for (String query : List.of(
                word, word.substring(0, 11), word.toUpperCase(Locale.ROOT) + " GRÖ", "söh " + word, "%" + word + "_")) {
            assertThat(search(query)).as(query).containsExactly(found);
        }
        assertThat(search(word.substring(1))).isEmpty();
        assertThat(search(word + " other")).isEmpty();
    }

    @Test
    void a_key_is_found_by_the_name_that_it_has_now_and_when_it_is_revoked_too() {
        ApiKey key = stored(word, now);
        String other = UniqueFixture.word();

        doIn(
                key.tenant(),
                () -> ports().apiKeys().update(key.named(new ApiKeyName(other)).revoked(now)));

        assertThat(search(word)).isEmpty();
        assertThat(search(other)).hasSize(1);
    }

    @Test
    void one_that_is_wanted_is_found_whatever_it_is_called_and_no_other() {
        ApiKey key = stored(word, now);
        stored(word, now);

        assertThat(exactly(key.id())).extracting(found -> found.details().key()).containsExactly(key);
        assertThat(exactly(ApiKeyId.next(now, UniqueFixture.random()))).isEmpty();
    }

    @Test
    void keys_come_the_newest_first_a_page_at_a_time_also_those_of_one_moment() {
        List<ApiKey> oldestFirst = IntStream.of(0, 1, 1, 1, 2)
                .mapToObj(second -> stored(word, now.plusSeconds(second)))
                .toList();

        List<ApiKey> listed = new ArrayList<>();
        Page<FoundApiKey> page = search(word, new PageRequest(Optional.empty(), 2));
        page.items().forEach(found -> listed.add(found.details().key()));
        while (page.next().isPresent()) {
            page = search(word, new PageRequest(page.next(), 2));
            page.items().forEach(found -> listed.add(found.details().key()));
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(listed.get(0)).isEqualTo(oldestFirst.get(4));
        assertThat(listed.get(4)).isEqualTo(oldestFirst.get(0));
    }

    @Test
    void active_keys_and_the_units_of_the_month_are_counted() {
        Statistics before = statistics(now);
        ApiKey key = stored(word, now);
        stored(ApiKeyFixture.until(now, key.tenant(), key.createdBy()));
        stored(ApiKeyFixture.of(key.tenant(), key.createdBy()).revoked(now));
        ports().keyUses().admit(ports().knownKeys().find(key.id()).orElseThrow(), false, 7, now);
        ports().keyUses().write(now);

        Statistics after = statistics(now);

        assertThat(after.activeApiKeys()).isEqualTo(before.activeApiKeys() + 1);
        assertThat(after.unitsThisMonth()).isEqualTo(before.unitsThisMonth() + 7);
    }

    private Statistics statistics(Instant at) {
        return across(() -> ports().directory().statistics(at));
    }

    private ApiKey stored(String name, Instant made) {
        Tenant tenant = storedTenant();
        User owner = storedUser();
        storedOwner(tenant, owner);
        return stored(ApiKeyFixture.named(name, made, tenant.id(), owner.id()));
    }

    private ApiKey stored(ApiKey key) {
        doIn(key.tenant(), () -> ports().apiKeys().add(key));
        return key;
    }

    private List<FoundApiKey> search(String query) {
        return search(query, PageRequest.FIRST).items();
    }

    private Page<FoundApiKey> search(String query, PageRequest page) {
        return across(() -> ports().directory().apiKeys(SearchText.of(query), Optional.empty(), page));
    }

    private List<FoundApiKey> exactly(ApiKeyId id) {
        return across(() -> ports().directory().apiKeys(SearchText.of("nothing"), Optional.of(id), PageRequest.FIRST))
                .items();
    }
}
