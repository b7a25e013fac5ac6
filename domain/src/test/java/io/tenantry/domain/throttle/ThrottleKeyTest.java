package io.tenantry.domain.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ThrottleKeyTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    private static final AddressBlock HOME = new AddressBlock("203.0.113.7");

    @Test
    void R_E5_one_account_has_one_counter_however_its_address_is_typed() {
        EmailAddress shouted = EmailAddress.of(" ADA@Example.ORG ");

        assertThat(ThrottleKey.account(shouted, Optional.empty()))
                .isEqualTo(ThrottleKey.account(ADA, Optional.empty()));
        assertThat(ThrottleKey.mailTo(MailKind.VERIFY_EMAIL, shouted))
                .isEqualTo(ThrottleKey.mailTo(MailKind.VERIFY_EMAIL, ADA));
        assertThat(ThrottleKey.invited(shouted)).isEqualTo(ThrottleKey.invited(ADA));
    }

    @Test
    void R6_3_1_a_familiar_address_has_a_counter_of_its_own() {
        assertThat(ThrottleKey.account(ADA, Optional.of(HOME)))
                .isNotEqualTo(ThrottleKey.account(ADA, Optional.empty()))
                .isNotEqualTo(ThrottleKey.account(ADA, Optional.of(new AddressBlock("203.0.113.8"))));
    }

    @Test
    void no_two_kinds_and_no_two_subjects_share_a_counter() {
        Set<ThrottleKey> keys = Set.of(
                ThrottleKey.account(ADA, Optional.empty()),
                ThrottleKey.account(EmailAddress.of("grace@example.org"), Optional.empty()),
                ThrottleKey.mailTo(MailKind.VERIFY_EMAIL, ADA),
                ThrottleKey.mailTo(MailKind.RESET_PASSWORD, ADA),
                ThrottleKey.code(new UserId(new UUID(0, 1))),
                ThrottleKey.code(new UserId(new UUID(0, 2))),
                ThrottleKey.by(ThrottleKind.TENANT, new UserId(new UUID(0, 1))),
                ThrottleKey.of(ThrottleKind.INVITING, new TenantId(new UUID(0, 1))),
                ThrottleKey.of(ThrottleKind.DOMAIN, new TenantId(new UUID(0, 1))),
                ThrottleKey.of(ThrottleKind.DOMAIN, new TenantId(new UUID(0, 2))),
                ThrottleKey.invited(ADA),
                ThrottleKey.from(ThrottleKind.ADDRESS, HOME),
                ThrottleKey.from(ThrottleKind.MAIL_FROM, HOME),
                ThrottleKey.from(ThrottleKind.REGISTRATION, HOME));

        assertThat(keys).extracting(ThrottleKey::digest).doesNotHaveDuplicates();
    }

    @Test
    void a_key_names_nobody() {
        assertThat(ThrottleKey.account(ADA, Optional.of(HOME)).toString())
                .doesNotContain("ada")
                .doesNotContain("203.0.113.7");
    }
}
