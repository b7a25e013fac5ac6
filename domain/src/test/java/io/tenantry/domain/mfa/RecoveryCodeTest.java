package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private final RecoveryCode code = RecoveryCode.generate(UniqueFixture.random());

    @Test
    void R6_5_2_a_code_has_120_random_bits_in_six_groups_of_four() {
        assertThat(code.value()).matches("[a-z2-7]{4}(-[a-z2-7]{4}){5}");
        assertThat(Stream.generate(() ->
                                RecoveryCode.generate(UniqueFixture.random()).value())
                        .limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_code_may_be_typed_in_any_case_with_or_without_hyphens_and_spaces() {
        String shown = code.value();

        for (String typed : new String[] {
            shown, shown.toUpperCase(Locale.ROOT), shown.replace("-", ""), " " + shown.replace('-', ' ') + " "
        }) {
            assertThat(RecoveryCode.parse(typed))
                    .map(RecoveryCode::digest)
                    .as(typed)
                    .contains(code.digest());
        }
    }

    @Test
    void what_is_kept_is_the_digest_of_the_code_without_its_hyphens() {
        assertThat(code.digest()).isEqualTo(TokenDigest.of(code.value().replace("-", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "abcd-efgh-ijkl-mnop-qrst-uvw",
                "abcd-efgh-ijkl-mnop-qrst-uvwxy",
                "abcd-efgh-ijkl-mnop-qrst-uvw1",
                "abcd-efgh-ijkl-mnop-qrst-uvw\0",
                "abcd-efgh-ijkl-mnop-qrst-uvw\u00e9",
                "\u212Abcd-efgh-ijkl-mnop-qrst-uvw\uff12",
                "abcd_efgh_ijkl_mnop_qrst_uvwx",
            })
    void R_T6_anything_else_has_not_the_form_of_one(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    @Test
    void R16_2_5_a_code_does_not_show_itself_as_text() {
        assertThat(code).hasToString("RecoveryCode[redacted]");
    }
}
