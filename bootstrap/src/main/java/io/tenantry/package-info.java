/** The composition root: the embeddable Tenantry, and the server made of it. */
package io.tenantry;
