/** The console: what people see of Tenantry in a browser. The application itself is in {@code web/}; here it is served. */
package io.tenantry.http.console;
