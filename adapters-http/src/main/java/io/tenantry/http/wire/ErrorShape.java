package io.tenantry.http.wire;

import io.javalin.http.Context;

/** How one contract puts a refusal into words and JSON. Stateless. */
public interface ErrorShape {
    /** @param reference names the request: what a 500 shows in place of any detail */
    ErrorAnswer answer(Refusal refusal, String reference);

    /** How a caller is asked to say who it is: what a 401 bears as {@code WWW-Authenticate}. */
    default String challenge() {
        return "Bearer";
    }

    /** From here on the request is this contract's: for paths that several share. */
    default void claim(Context ctx) {
        ctx.attribute(ErrorAnswers.CLAIMED, this);
    }

    /** @param body what Jackson writes */
    record ErrorAnswer(int status, String type, Object body) {
        public static ErrorAnswer json(int status, Object body) {
            return new ErrorAnswer(status, Json.TYPE, body);
        }
    }
}
