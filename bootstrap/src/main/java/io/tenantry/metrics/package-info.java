/** What the server measures of itself. */
package io.tenantry.metrics;
