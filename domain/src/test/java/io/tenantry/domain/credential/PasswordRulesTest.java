package io.tenantry.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final EmailAddress EMAIL = EmailAddress.of("John.Doe@example.com");
    private static final TenantName TENANT = new TenantName("Acme & Söhne");

    @Test
    void R6_2_1_seven_code_points_are_refused_and_eight_accepted() {
        assertThat(problem("qJ7 kP2")).contains(FieldProblem.TOO_SHORT);
        assertThat(problem("qJ7 kP2x")).isEmpty();
    }

    @Test
    void R6_2_1_length_is_counted_in_code_points_so_that_eight_emoji_pass_and_seven_do_not() {
        assertThat(problem("😀".repeat(7))).contains(FieldProblem.TOO_SHORT);
        assertThat(problem("😀".repeat(8))).isEmpty();
    }

    @Test
    void R6_2_9_passwords_of_64_and_of_256_code_points_are_accepted_and_of_257_refused() {
        assertThat(problem("aB3".repeat(21) + "x")).isEmpty();
        assertThat(problem("😀".repeat(64))).isEmpty();
        assertThat(problem("😀".repeat(256))).isEmpty();
        assertThat(problem("😀".repeat(257))).contains(FieldProblem.TOO_LONG);
    }

    @Test
    void R6_2_4_every_one_of_the_10000_most_used_passwords_is_refused() throws IOException {
        List<String> common = commonPasswords();

        assertThat(common).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(common).allMatch(password -> password.length() >= PasswordRules.MIN_LENGTH);
        assertThat(common).allMatch(password -> problem(password).equals(Optional.of(FieldProblem.WEAK_PASSWORD)));
    }

    @Test
    void R6_2_4_every_one_of_the_10000_most_used_passwords_is_refused_in_capitals_too() throws IOException {
        assertThat(commonPasswords())
                .allMatch(password ->
                        problem(password.toUpperCase(Locale.ROOT)).equals(Optional.of(FieldProblem.WEAK_PASSWORD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qqqqqqqqqqqqqqq",
                "                ",
                "        ",
                "正確馬電池釘正確馬",
                "😀😁😂🤣😃😄😅😆",
                "пароль-и-лошадь",
                "18446744073709551557",
                "\t\t\t\t\t\t\t\t\t"
            })
    void R6_2_5_no_password_is_refused_for_its_composition(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password123!", "securePassword123", "userpassword"})
    void the_passwords_that_the_contracts_use_as_examples_are_accepted(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @Test
    void an_example_password_is_accepted_as_it_is_written_alone() throws IOException {
        assertThat(problem("PASSWORD123!")).isEmpty();
        assertThat(commonPasswords()).doesNotContain("password123!", "securepassword123");
    }

    @Test
    void R_B3_a_NUL_is_refused() {
        assertThat(problem("correct\0horse")).contains(FieldProblem.ILLEGAL_CHARACTER);
        assertThat(PasswordRules.isIllegal(new Password("\0"))).isTrue();
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(problem("correct\uD83Dhorse")).contains(FieldProblem.ILLEGAL_CHARACTER);
        assertThat(PasswordRules.isIllegal(new Password("\uDE00"))).isTrue();
        assertThat(PasswordRules.isIllegal(new Password("correct horse"))).isFalse();
    }

    @Test
    void no_password_is_a_field_that_is_required() {
        assertThat(problem("")).contains(FieldProblem.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-john.doe-99", "JOHN.DOE2024!", "john.doe@example.com"})
    void R6_2_11_a_password_that_holds_the_name_of_the_address_in_any_case_is_refused(String password) {
        assertThat(problem(password)).contains(FieldProblem.WEAK_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x acme & söhne x", "ACME & SÖHNE 2024"})
    void R6_2_11_a_password_that_holds_the_tenants_name_in_any_case_is_refused(String password) {
        assertThat(problem(password)).contains(FieldProblem.WEAK_PASSWORD);
    }

    @Test
    void R6_2_11_a_name_of_four_characters_counts_and_one_of_three_does_not() {
        assertThat(problemFor("xx-anna-9981", "anna@example.com", "IBM")).contains(FieldProblem.WEAK_PASSWORD);
        assertThat(problemFor("xx-bob-ibm-9981", "bob@example.com", "IBM")).isEmpty();
        assertThat(problemFor("xx-ford-9981", "bob@example.com", "Ford")).contains(FieldProblem.WEAK_PASSWORD);
    }

    @Test
    void R6_2_11_the_case_of_a_final_sigma_does_not_matter_either() {
        assertThat(problemFor("\u039F\u0394\u039F\u03A3abcd1", "ada@example.org", "\u03BF\u03B4\u03BF\u03C2"))
                .contains(FieldProblem.WEAK_PASSWORD);
    }

    @Test
    void a_name_of_fewer_than_four_code_points_may_stand_in_a_password() {
        assertThat(problemFor("pw\uD83D\uDE00\uD83D\uDE01abcdef", "ada@example.org", "\uD83D\uDE00\uD83D\uDE01"))
                .isEmpty();
    }

    @Test
    void without_address_and_tenant_the_other_rules_hold() {
        assertThat(PasswordRules.problemWith(new Password("john.doe-acme"), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(PasswordRules.problemWith(new Password("password"), Optional.empty(), Optional.empty()))
                .contains(FieldProblem.WEAK_PASSWORD);
    }

    @Test
    void R6_2_8_a_password_is_kept_exactly_as_received() {
        String typed = " \tPassWord e\u0301\u00E9 \uFEFF";

        assertThat(new Password(typed).value()).isEqualTo(typed);
    }

    private static Optional<FieldProblem> problem(String password) {
        return PasswordRules.problemWith(new Password(password), Optional.of(EMAIL), Optional.of(TENANT));
    }

    private static Optional<FieldProblem> problemFor(String password, String email, String tenant) {
        return PasswordRules.problemWith(
                new Password(password), Optional.of(EmailAddress.of(email)), Optional.of(new TenantName(tenant)));
    }

    private static List<String> commonPasswords() throws IOException {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .toList();
        }
    }
}
