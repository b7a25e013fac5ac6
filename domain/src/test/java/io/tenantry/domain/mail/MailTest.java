package io.tenantry.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTest {

    @Test
    void what_a_mail_tells_is_settled_when_it_is_made() {
        Map<MailDetail, String> details = new EnumMap<>(MailDetail.class);
        details.put(MailDetail.ADDRESS, "203.0.113.7");
        Mail told = MailFixture.aMail();
        Mail mail = new Mail(told.id(), MailKind.NEW_SIGN_IN, told.to(), Optional.empty(), details, told.createdAt());

        details.put(MailDetail.PROGRAM, "another");

        assertThat(mail.details()).containsOnlyKeys(MailDetail.ADDRESS);
    }

    @Test
    void only_what_is_to_be_confirmed_or_answered_by_its_reader_has_a_link() {
        assertThat(MailKind.values())
                .filteredOn(MailKind::hasLink)
                .containsExactly(
                        MailKind.VERIFY_EMAIL, MailKind.RESET_PASSWORD, MailKind.CONFIRM_EMAIL, MailKind.INVITATION);
    }

    @Test
    void a_user_is_written_to_at_their_address_in_their_language_and_time() {
        User user = UserFixture.aUser();

        Recipient to = Recipient.of(user, Profile.UNSAID);

        assertThat(to).isEqualTo(new Recipient(user.email(), user.name().full(), Locale.ENGLISH, ZoneId.of("UTC")));
    }

    @Test
    void what_became_of_a_batch_is_added_up() {
        assertThat(new DeliverMail.Delivered(3, 2, 1).total()).isEqualTo(6);
    }

    @Test
    void why_a_mail_was_not_sent_is_told_with_its_cause() {
        IllegalStateException cause = new IllegalStateException("refused");

        assertThat(new MailSender.MailNotSent("451 later", cause))
                .hasMessage("451 later")
                .hasCause(cause);
    }
}
