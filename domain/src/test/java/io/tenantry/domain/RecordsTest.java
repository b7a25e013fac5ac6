package io.tenantry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.user.Change;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.webhook.WebhookSecret;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every record of the module: commands, results, rows. */
class RecordsTest {

    private static final String SECRET = "secret-7d1f0c";

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(String.class, "a"),
            Map.entry(Long.class, 1L),
            Map.entry(Boolean.class, true),
            Map.entry(UUID.class, new UUID(1, 2)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofMinutes(1)),
            Map.entry(Locale.class, Locale.ENGLISH),
            Map.entry(ZoneId.class, ZoneId.of("UTC")),
            Map.entry(byte[].class, new byte[32]),
            Map.entry(Password.class, new Password(SECRET)),
            Map.entry(SecretToken.class, new SecretToken(SECRET)),
            Map.entry(TokenDigest.class, TokenDigest.of(SECRET)),
            Map.entry(EmailAddress.class, EmailAddress.of("ada@example.org")));

    private static final Set<Class<?>> SECRETS = Set.of(
            Password.class,
            SecretToken.class,
            RefreshToken.class,
            TokenDigest.class,
            TotpSecret.class,
            RecoveryCode.class,
            ApiKeySecret.class,
            WebhookSecret.class);

    private final Map<Class<?>, Object> made = new HashMap<>(SAMPLES);

    @Test
    void R16_2_5_no_record_shows_a_secret_that_it_carries() throws IOException {
        List<Class<?>> carriers = records().stream()
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .anyMatch(part -> carriesSecret(part.getGenericType())))
                .toList();
        List<Class<?>> shown = new ArrayList<>();
        for (Class<?> type : carriers) {
            make(type).ifPresent(one -> {
                assertThat(one.toString()).as(type.getName()).doesNotContain(SECRET);
                shown.add(type);
            });
        }

        assertThat(carriers).hasSizeGreaterThan(20);
        assertThat(shown).hasSizeGreaterThan(carriers.size() * 3 / 4);
    }

    @Test
    void records_are_what_they_were_made_of() throws IOException {
        for (Class<?> type : records()) {
            Optional<Object> one = make(type);
            made.remove(type);

            assertThat(make(type)).as(type.getName()).isEqualTo(one);
        }
    }

    private static List<Class<?>> records() throws IOException {
        Path root = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(root.resolve("io"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> named(name.replace(".class", "").replace('/', '.')))
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException itIsRightHere) {
            throw new IllegalStateException(itIsRightHere);
        }
    }

    private static boolean carriesSecret(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).anyMatch(RecordsTest::carriesSecret)
                : SECRETS.contains(type);
    }

    /** Empty for what cannot be made of samples: what has rules of its own is shown to keep them elsewhere. */
    private Optional<Object> make(Class<?> type) {
        if (made.containsKey(type)) {
            return Optional.of(made.get(type));
        }
        Optional<Object> one = type.isEnum()
                ? Optional.of(type.getEnumConstants()[0])
                : type.isRecord() ? construct(type) : token(type);
        one.ifPresent(sample -> made.put(type, sample));
        return one;
    }

    private static Optional<Object> token(Class<?> type) {
        return type == RefreshToken.class
                ? Optional.of(RefreshToken.rotating(new SecureRandom()))
                : type == TotpSecret.class ? Optional.of(TotpSecret.generate(new SecureRandom())) : Optional.empty();
    }

    private Optional<Object> construct(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Arrays.stream(parts)
                .map(part -> part(part.getGenericType()).orElse(null))
                .toArray();
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return Optional.of(canonical.newInstance(values));
        } catch (InvocationTargetException rulesOfItsOwn) {
            return Optional.empty();
        } catch (ReflectiveOperationException recordsCanBeMade) {
            throw new IllegalStateException(recordsCanBeMade);
        }
    }

    private Optional<Object> part(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Optional.of(container((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0]));
        }
        return type instanceof Class<?> known ? make(known) : Optional.empty();
    }

    private Object container(Class<?> type, Type of) {
        if (type == Optional.class) {
            return part(of);
        }
        if (type == List.class) {
            return part(of).stream().toList();
        }
        if (type == Change.class) {
            return Change.keep();
        }
        return type == Map.class ? Map.of() : Set.of();
    }
}
