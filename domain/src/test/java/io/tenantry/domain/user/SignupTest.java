package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.SignupClosed;
import org.junit.jupiter.api.Test;

class SignupTest {

    @Test
    void whoever_is_not_invited_registers_where_it_is_open_and_nowhere_else() {
        assertThatCode(Signup.OPEN::requireOpen).doesNotThrowAnyException();
        assertThatThrownBy(Signup.INVITE::requireOpen).isInstanceOf(SignupClosed.class);
        assertThatThrownBy(Signup.OPERATOR::requireOpen).isInstanceOf(SignupClosed.class);
    }
}
