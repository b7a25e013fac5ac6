package io.tenantry.bench;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a sign-in cannot do without: one bcrypt hash, by itself, at the costs in use. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HashBench {

    @Param({"4", "10", "12"})
    public int cost;

    private byte[] hash;
    private byte[] password;

    @Setup
    public void setUp() {
        password = "correct horse battery".getBytes(StandardCharsets.UTF_8);
        hash = BCrypt.withDefaults().hash(cost, password);
    }

    @Benchmark
    public boolean verify() {
        return BCrypt.verifyer().verify(password, hash).verified;
    }
}
