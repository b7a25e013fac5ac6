package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeyFixture;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.session.SigningKeys} must do. The storage may have its first key already. */
public abstract class SigningKeysContract extends PortContract {

    private static final byte[] TEXT = "signed".getBytes(StandardCharsets.US_ASCII);

    private static final List<SigningKey> KEYS =
            Stream.generate(SigningKeyFixture::aKey).limit(4).toList();

    @Test
    void of_several_nodes_that_start_at_once_ones_key_is_kept() throws Exception {
        List<String> before = ids();

        InParallel.run(KEYS.size(), number -> {
            add(KEYS.get(number));
            return true;
        });

        assertThat(ids()).hasSize(Math.max(1, before.size()));
        assertThat(ids()).containsAnyElementsOf(before.isEmpty() ? idsOf(KEYS) : before);
    }

    @Test
    void a_second_key_is_not_kept_and_the_first_stays() {
        add(KEYS.get(0));
        List<String> before = ids();

        add(SigningKeyFixture.aKey());

        assertThat(ids()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void a_key_comes_back_able_to_sign_what_its_public_half_verifies() throws Exception {
        add(KEYS.get(0));

        SigningKey key = all().get(0);

        assertThat(verifies(key, sign(key))).isTrue();
        assertThat(key.id()).isNotBlank();
        assertThat(key.createdAt()).isNotNull();
    }

    @Test
    void a_key_that_was_kept_comes_back_as_it_was() {
        add(KEYS.get(0));

        SigningKey kept = all().get(0);
        KEYS.stream().filter(given -> given.id().equals(kept.id())).forEach(given -> assertSame(kept, given));
    }

    @Test
    void another_is_the_newest_from_the_moment_it_is_added_and_the_time_from_which_it_signs_is_kept() {
        add(KEYS.get(0));
        SigningKey next = newer(Duration.ofDays(1));

        doOutside(() -> {
            ports().signingKeys().hold();
            ports().signingKeys().add(next);
        });

        SigningKey kept = all().get(0);
        assertSame(kept, next);
        assertThat(kept.signsFrom()).isEqualTo(next.signsFrom());
        remove(next);
    }

    @Test
    void one_that_was_removed_is_there_no_more_and_the_others_are() {
        add(KEYS.get(0));
        List<String> before = ids();
        SigningKey next = newer(Duration.ZERO);
        doOutside(() -> ports().signingKeys().add(next));

        remove(next);

        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void of_several_that_hold_them_at_once_each_sees_what_was_done_before() throws Exception {
        add(KEYS.get(0));
        int before = ids().size();
        List<SigningKey> made =
                Stream.generate(() -> newer(Duration.ZERO)).limit(4).toList();

        InParallel.run(made.size(), number -> {
            doOutside(() -> {
                if (ports().signingKeys().hold().size() == before) {
                    ports().signingKeys().add(made.get(number));
                }
            });
            return true;
        });

        assertThat(ids()).hasSize(before + 1);
        made.forEach(this::remove);
    }

    @Test
    void what_was_rolled_back_is_not_kept() {
        List<String> before = ids();

        Rollback.of(() -> doOutside(() -> {
            ports().signingKeys().addFirst(KEYS.get(1));
            throw new Rollback();
        }));

        assertThat(ids()).isEqualTo(before);
    }

    /** Than any that is there. */
    private SigningKey newer(Duration notice) {
        SigningKey any = SigningKeyFixture.aKey();
        Instant later = all().get(0).createdAt().plusSeconds(1);
        return new SigningKey(any.id(), any.pair(), later, later.plus(notice));
    }

    private void remove(SigningKey key) {
        doOutside(() -> {
            ports().signingKeys().hold();
            ports().signingKeys().remove(key.id());
        });
    }

    private void add(SigningKey key) {
        doOutside(() -> ports().signingKeys().addFirst(key));
    }

    private List<SigningKey> all() {
        return outside(() -> ports().signingKeys().all());
    }

    private List<String> ids() {
        return idsOf(all());
    }

    private static List<String> idsOf(List<SigningKey> keys) {
        return keys.stream().map(SigningKey::id).toList();
    }

    private static void assertSame(SigningKey kept, SigningKey given) {
        assertThat(kept.pair().getPrivate()).isEqualTo(given.pair().getPrivate());
        assertThat(kept.pair().getPublic()).isEqualTo(given.pair().getPublic());
        assertThat(kept.createdAt()).isEqualTo(given.createdAt());
    }

    private static byte[] sign(SigningKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.pair().getPrivate());
        signature.update(TEXT);
        return signature.sign();
    }

    private static boolean verifies(SigningKey key, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key.pair().getPublic());
        signature.update(TEXT);
        return signature.verify(signed);
    }
}
