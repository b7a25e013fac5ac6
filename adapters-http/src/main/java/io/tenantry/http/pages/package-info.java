/** The HTML that the server shows people: behind a mail's links, about problems, and about the API itself. */
package io.tenantry.http.pages;
