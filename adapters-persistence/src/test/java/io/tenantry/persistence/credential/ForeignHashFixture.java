package io.tenantry.persistence.credential;

import io.tenantry.domain.credential.Password;
import java.util.Map;

/** Hashes that other programs have made: Django 5.2 (PBKDF2, Argon2, bcrypt), argon2-cffi 25.1, Python's bcrypt 5.0, libxcrypt. */
public final class ForeignHashFixture {

    public static final Password PASSWORD = new Password("correct horse battery é");

    /** By the program's name of the kind. */
    public static final Map<String, String> HASHES = Map.ofEntries(
            Map.entry("bcrypt 2a", "$2a$04$tMPn7qckRIDCkfFW4Me9LORn5B0.jd30BjuTd5k9VZfNR.CK.rs96"),
            Map.entry("bcrypt 2b", "$2b$04$2mdJ.wjQpwvSSitfFAOcRebxmlSk7vwwGyGS66C9gsUAlbiNO4XAC"),
            Map.entry("bcrypt 2y", "$2y$04$abcdefghijklmnopqrstuuMWgb/lqCl0JlJsYCqELq.ZYdn.QurbG"),
            Map.entry("Django bcrypt", "bcrypt$$2b$04$.v8GyMyl9ZO0YMDAeAKS.ORF3y8CsEF5tt/oGczVAVy6HytJ9We1e"),
            Map.entry(
                    "Django bcrypt_sha256",
                    "bcrypt_sha256$$2b$04$nfhnU2gTZUUgnYm.MRCgIOMAnutsd3CsCSJX/FbJu.l2E08Ha6n/q"),
            Map.entry(
                    "Django pbkdf2_sha256",
                    "pbkdf2_sha256$1000$SaltOfDjango22chars$khRO49ewWyqdZNffxRO5BuL+lIIeDWvNWYkIjP18/RE="),
            Map.entry("Django pbkdf2_sha1", "pbkdf2_sha1$1000$SaltOfDjango22chars$Qvfo3XslnADLQTPOpHxxKnOe4bU="),
            Map.entry(
                    "Django argon2",
                    "argon2$argon2id$v=19$m=1024,t=1,p=2$ZUxaVTVEQUJtU2FvMGozY0tNVmF0Mg"
                            + "$pgUTUEehpikikjWctzukFoucxxlpSJpUTEYt0EQ7n10"),
            Map.entry(
                    "argon2id",
                    "$argon2id$v=19$m=65536,t=3,p=4$E/bUXpHhS7BsLlqlfVNidg$pnNSlnw32hGTD+Clz7iQS3aZkqKDnImku93qUeYUGng"),
            Map.entry(
                    "argon2i",
                    "$argon2i$v=19$m=64,t=2,p=4$c2l4dGVlbiBieXRlIHNhbA$rCXQLC/dDWrc5AP+CouYJPKcZpQtBFZX1mehzwWmP8M"),
            Map.entry(
                    "argon2d",
                    "$argon2d$v=19$m=64,t=2,p=4$c2l4dGVlbiBieXRlIHNhbA$HkGpKWFRtZ9OhADCtpA7WsyA6kBieCQLVckh8S8RNts"),
            Map.entry(
                    "argon2id of version 16",
                    "$argon2id$v=16$m=64,t=2,p=4$c2l4dGVlbiBieXRlIHNhbA$uEq6QGBKTJvx1p4E5qQ3mcFSQuhJ4axKLqD7BlNQlFk"),
            Map.entry(
                    "argon2i without a version",
                    "$argon2i$m=64,t=2,p=4$c2l4dGVlbiBieXRlIHNhbA$JhJyHzDyX+05loUqXCMkoI72Bmq5nRi7PYW5Vl4d19A"));

    private ForeignHashFixture() {}
}
