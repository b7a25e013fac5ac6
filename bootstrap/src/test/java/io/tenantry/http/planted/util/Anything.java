package io.tenantry.http.planted.util;

/** Breaks the rule on purpose: packages are named for concepts. */
public final class Anything {}
