/** The command line: {@code serve}, and what an operator does beside a running server. */
package io.tenantry.cli;
